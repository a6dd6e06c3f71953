#include "tests/architecture/include_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/architecture/layers.h"

namespace labelwright::architecture {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using Rule = std::vector<Violation> (*)(const std::vector<SourceFile>&);

/// What the rule says of one made-up file that holds one include on its second line.
std::string verdict(Rule rule, const std::string& path, const std::string& include) {
    return report(rule({{path, "#pragma once\n#include " + include + "\n"}}));
}

TEST(Layers, MayIncludeWhatLiesBelow) {
    EXPECT_THAT(verdict(brokenLayers, "core/domain/label.h", "\"core/base/result.h\""), IsEmpty());
    EXPECT_THAT(verdict(brokenLayers, "core/engine/engine.h", "\"core/jobs/job_event.h\""), IsEmpty());
    EXPECT_THAT(verdict(brokenLayers, "ui/texts/page.cpp", "\"ui/models/session.h\""), IsEmpty());
    EXPECT_THAT(verdict(brokenLayers, "ui/main_window/main_window.cpp", "\"ui/texts/page.h\""), IsEmpty());
    EXPECT_THAT(verdict(brokenLayers, "app/shared/composition.cpp", "\"core/torch_backend/torch_backend.h\""), IsEmpty());
    EXPECT_THAT(verdict(brokenLayers, "app/gui/main.cpp", "\"ui/main_window/main_window.h\""), IsEmpty());
}

TEST(Layers, MayIncludeThemselvesAndTheirSubfolders) {
    EXPECT_THAT(verdict(brokenLayers, "core/io/parser.cpp", "\"core/io/parser.h\""), IsEmpty());
    EXPECT_THAT(verdict(brokenLayers, "core/torch_backend/heads/head.cpp", "\"core/torch_backend/encoders/encoder.h\""), IsEmpty());
}

TEST(Layers, MayNotIncludeWhatLiesAbove) {
    EXPECT_EQ(verdict(brokenLayers, "core/base/log.h", "\"core/domain/label.h\""),
              "core/base/log.h:2: core/base may not include core/domain/label.h\n");
    EXPECT_THAT(verdict(brokenLayers, "core/inference/backend.h", "\"core/jobs/job_event.h\""),
                HasSubstr("core/inference may not include"));
    EXPECT_THAT(verdict(brokenLayers, "core/engine/engine.cpp", "\"ui/bridge/engine_bridge.h\""), HasSubstr("engine.cpp:2:"));
    EXPECT_THAT(verdict(brokenLayers, "core/jobs/run.cpp", "\"app/shared/places.h\""), HasSubstr("run.cpp:2:"));
    EXPECT_THAT(verdict(brokenLayers, "ui/common/theme.cpp", "\"ui/models/session.h\""), HasSubstr("theme.cpp:2:"));
    EXPECT_THAT(verdict(brokenLayers, "app/shared/composition.cpp", "\"ui/bridge/engine_bridge.h\""), HasSubstr("composition.cpp:2:"));
    EXPECT_THAT(verdict(brokenLayers, "core/base/log.cpp", "\"tests/support/test_paths.h\""), HasSubstr("log.cpp:2:"));
}

TEST(Layers, OnlyTheCompositionRootNamesABackend) {
    for (const char* path :
         {"core/engine/engine.cpp", "core/jobs/run.cpp", "ui/bridge/bridge.cpp", "app/cli/commands/probe.cpp", "app/gui/main.cpp"}) {
        EXPECT_THAT(verdict(brokenLayers, path, "\"core/torch_backend/torch_backend.h\""), HasSubstr("may not include")) << path;
        EXPECT_THAT(verdict(brokenLayers, path, "\"core/remote_backend/http_backend.h\""), HasSubstr("may not include")) << path;
    }
}

TEST(Layers, PagesMeetOnlyInTheMainWindow) {
    EXPECT_THAT(verdict(brokenLayers, "ui/texts/page.cpp", "\"ui/labels/panel.h\""),
                HasSubstr("ui/texts may not include ui/labels/panel.h"));
}

TEST(Layers, AFolderOutsideTheTableIsReported) {
    EXPECT_THAT(verdict(brokenLayers, "core/invented/thing.h", "<vector>"), HasSubstr("core/invented is no layer"));
    EXPECT_THAT(verdict(brokenLayers, "core/io_more/thing.h", "<vector>"), HasSubstr("core/io_more is no layer"));
}

TEST(Layers, NoTwoLayersIncludeEachOther) {
    const auto mayInclude = [](const Layer& from, const std::string& folder) {
        return std::find(from.mayInclude.begin(), from.mayInclude.end(), folder) != from.mayInclude.end();
    };
    for (const Layer& upper : layers()) {
        for (const Layer& lower : layers()) {
            EXPECT_FALSE(mayInclude(upper, lower.folder) && mayInclude(lower, upper.folder)) << upper.folder << " and " << lower.folder;
        }
    }
}

TEST(IncludePaths, BeginAtTheRepositoryRoot) {
    const auto exists = [](std::string_view path) { return path == "core/io/parser.h"; };
    const auto check = [&](const std::string& include) {
        return report(includesNotFromRoot({{"core/io/parser.cpp", "#include " + include}}, exists));
    };
    EXPECT_THAT(check("\"core/io/parser.h\""), IsEmpty());
    EXPECT_THAT(check("<vector>"), IsEmpty());
    EXPECT_THAT(check("\"parser.moc\""), IsEmpty());
    EXPECT_EQ(check("\"parser.h\""), "core/io/parser.cpp:1: \"parser.h\" is no path from the repository root\n");
    EXPECT_THAT(check("\"../io/parser.h\""), HasSubstr("no path from the repository root"));
    EXPECT_THAT(check("\"core/io/missing.h\""), HasSubstr("no path from the repository root"));
    EXPECT_THAT(check("<core/io/parser.h>"), HasSubstr("are included as \"core/io/parser.h\""));
}

TEST(Libraries, QtStaysInTheWindow) {
    EXPECT_THAT(verdict(strayLibraries, "ui/common/theme.cpp", "<QPalette>"), IsEmpty());
    EXPECT_THAT(verdict(strayLibraries, "app/gui/main.cpp", "<QtWidgets/QApplication>"), IsEmpty());
    EXPECT_EQ(verdict(strayLibraries, "core/io/parser.cpp", "<QString>"),
              "core/io/parser.cpp:2: <QString>: Qt is only for ui/ and app/gui/\n");
    for (const char* include : {"<QtCore/qstring.h>", "<QtNetwork>", "<qglobal.h>", "<QStringList>"}) {
        EXPECT_THAT(verdict(strayLibraries, "core/engine/engine.h", include), HasSubstr("Qt is only for")) << include;
        EXPECT_THAT(verdict(strayLibraries, "app/cli/commands/classify.cpp", include), HasSubstr("Qt is only for")) << include;
        EXPECT_THAT(verdict(strayLibraries, "app/shared/places.cpp", include), HasSubstr("Qt is only for")) << include;
    }
}

TEST(Libraries, LibtorchStaysInItsBackend) {
    EXPECT_THAT(verdict(strayLibraries, "core/torch_backend/encoders/encoder.cpp", "<ATen/ATen.h>"), IsEmpty());
    for (const char* include : {"<torch/torch.h>", "<ATen/ops/linear.h>", "<c10/core/ScalarType.h>", "<c10/cuda/CUDAStream.h>"}) {
        EXPECT_THAT(verdict(strayLibraries, "core/inference/classifier.h", include), HasSubstr("libtorch is only for core/torch_backend/"))
            << include;
        EXPECT_THAT(verdict(strayLibraries, "app/shared/composition.cpp", include), HasSubstr("libtorch is only for core/torch_backend/"))
            << include;
    }
    EXPECT_THAT(verdict(strayLibraries, "core/engine/engine.cpp", "<cuda_runtime.h>"), HasSubstr("CUDA is only for"));
}

TEST(Libraries, SqliteStaysInStorage) {
    EXPECT_THAT(verdict(strayLibraries, "core/storage/database.cpp", "<sqlite3.h>"), IsEmpty());
    EXPECT_THAT(verdict(strayLibraries, "core/project/project_file.cpp", "<sqlite3.h>"), HasSubstr("SQLite is only for core/storage/"));
    EXPECT_THAT(verdict(strayLibraries, "ui/texts/page.cpp", "\"sqlite3.h\""), HasSubstr("SQLite is only for core/storage/"));
}

TEST(Libraries, ExpatStaysWithTheLabelFiles) {
    EXPECT_THAT(verdict(strayLibraries, "core/labels/exchange/config.cpp", "<expat.h>"), IsEmpty());
    EXPECT_THAT(verdict(strayLibraries, "core/labels/preset_store.cpp", "<expat.h>"),
                HasSubstr("expat is only for core/labels/exchange/ and core/io/workbook/"));
}

TEST(Libraries, BoostStaysInEvaluation) {
    EXPECT_THAT(verdict(strayLibraries, "core/evaluation/mcnemar.cpp", "<boost/math/distributions/binomial.hpp>"), IsEmpty());
    EXPECT_THAT(verdict(strayLibraries, "core/io/csv_writer.cpp", "<boost/algorithm/string.hpp>"), HasSubstr("Boost is only for"));
}

TEST(Libraries, QCustomPlotStaysInSourceFilesOfCharts) {
    EXPECT_THAT(verdict(strayLibraries, "ui/charts/confidence_chart.cpp", "<qcustomplot.h>"), IsEmpty());
    EXPECT_THAT(verdict(strayLibraries, "ui/charts/confidence_chart.h", "<qcustomplot.h>"), HasSubstr("QCustomPlot is only for"));
    EXPECT_THAT(verdict(strayLibraries, "ui/texts/details.cpp", "<qcustomplot.h>"), HasSubstr("QCustomPlot is only for"));
}

TEST(Libraries, InferenceDoesNoInputOrOutputAndStartsNoThread) {
    EXPECT_THAT(verdict(strayLibraries, "core/inference/batch_planner.cpp", "<algorithm>"), IsEmpty());
    EXPECT_THAT(verdict(strayLibraries, "core/io/byte_source.cpp", "<fstream>"), IsEmpty());
    for (const char* include : {"<fstream>", "<thread>", "<iostream>", "<future>", "<cstdio>", "<unistd.h>", "<sys/mman.h>"}) {
        EXPECT_THAT(verdict(strayLibraries, "core/inference/memory_policy.cpp", include), HasSubstr("I/O and threads is only for"))
            << include;
    }
}

TEST(PublicHeadersOfTheTorchBackend, MayNotPullInLibtorch) {
    const std::vector<SourceFile> sources{
        {"core/torch_backend/torch_backend.h", "#include \"core/torch_backend/options.h\"\n"},
        {"core/torch_backend/options.h", "#include \"core/torch_backend/torch_backend.h\"\n#include <ATen/ATen.h>\n"},
        {"core/torch_backend/torch_backend.cpp", "#include \"core/torch_backend/torch_backend.h\"\n"},
        {"app/shared/composition.cpp", "\n\n#include \"core/torch_backend/torch_backend.h\"\n"},
    };
    EXPECT_EQ(report(torchInPublicHeaders(sources)),
              "app/shared/composition.cpp:3: a header that others include must be free of libtorch: "
              "core/torch_backend/torch_backend.h -> core/torch_backend/options.h -> ATen/ATen.h\n");
}

TEST(PublicHeadersOfTheTorchBackend, MayBeFreeOfItWhilePrivateOnesAreNot) {
    const std::vector<SourceFile> sources{
        {"core/torch_backend/torch_backend.h", "#include <memory>\n"},
        {"core/torch_backend/encoder.h", "#include <ATen/ATen.h>\n"},
        {"core/torch_backend/torch_backend.cpp", "#include \"core/torch_backend/encoder.h\"\n"},
        {"app/shared/composition.cpp", "#include \"core/torch_backend/torch_backend.h\"\n"},
    };
    EXPECT_THAT(torchInPublicHeaders(sources), SizeIs(0));
}

}  // namespace
}  // namespace labelwright::architecture
