// Reviewing by keyboard alone in a window with 1,000,000 labeled texts and a project on the disk: from the key until the next text stands
// there and nothing is left to do, each decision being on the disk by then; then one bulk act on 100,000 texts, and its undo. The model is
// replaced by one that costs nothing. Usage: review_benchmark [rows]
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <numeric>

#include "core/labels/label_list.h"
#include "tests/benchmarks/instant_backend.h"
#include "tests/support/test_paths.h"
#include "ui/main_window/main_window.h"
#include "ui/models/texts_model.h"
#include "ui/texts/texts_page.h"

namespace {

using namespace labelwright;
using namespace labelwright::ui;

constexpr int decisions = 500;
constexpr std::uint32_t bulkRows = 100'000;

void settle(int milliseconds = 700) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

void waitFor(const std::function<bool()>& done) {
    while (!done()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
}

double milliseconds(const QElapsedTimer& timer) { return double(timer.nsecsElapsed()) / 1e6; }

void writeTable(const std::filesystem::path& file, std::size_t rows) {
    std::ofstream out(file, std::ios::binary);
    out << "id,text\n";
    for (std::size_t row = 0; row < rows; ++row) out << row + 1 << ",快递三天没到，客服态度很好" << row << '\n';
}

/// One key each: accept, a label, none of them, put off, flag, skip, in turn.
void review(MainWindow& window) {
    QWidget& table = window.textsPage().table();
    window.textsPage().goToRow(0);
    window.textsPage().focusTable();
    settle();
    const Qt::Key keys[] = {Qt::Key_Return, Qt::Key_2, Qt::Key_Return, Qt::Key_3, Qt::Key_X, Qt::Key_Return, Qt::Key_4, Qt::Key_Return};
    std::vector<double> times;
    for (int decision = 0; decision < decisions; ++decision) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&table, keys[decision % std::size(keys)]);
        QCoreApplication::processEvents();
        times.push_back(milliseconds(timer));
    }
    std::sort(times.begin(), times.end());
    std::printf("%-44s %8.2f ms, 99 %% %.2f ms, longest %.2f ms\n", "a decision by key: median", times[decisions / 2],
                times[decisions * 99 / 100], times.back());
    std::printf("%-44s %8zu\n", "texts decided", window.session().reviews().decidedRows());
}

void bulk(MainWindow& window) {
    LabelingSession& session = window.session();
    std::vector<std::uint32_t> rows(std::min<std::size_t>(bulkRows, session.dataset()->size() / 2));
    std::iota(rows.begin(), rows.end(), std::uint32_t(session.dataset()->size() / 2));
    const LabelId label = session.labels().labels[1].id;
    const std::size_t before = session.reviews().decidedRows();
    const auto timed = [](const char* name, const std::function<void()>& act) {
        QElapsedTimer timer;
        timer.start();
        act();
        QCoreApplication::processEvents();
        std::printf("%-44s %8.0f ms\n", name, milliseconds(timer));
        settle();
    };
    timed("one label given to 100,000 texts", [&] {
        session.review(
            rows,
            [&label](Review& review, std::uint32_t) {
                review.decided = true;
                review.labels = {label};
            },
            QStringLiteral("bulk"));
    });
    timed("its undo", [&] { session.undoStack().undo(); });
    timed("its redo", [&] { session.undoStack().redo(); });
    std::printf("%-44s %8zu\n", "texts decided by it", session.reviews().decidedRows() - before);
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyAppearance(application, {});
    const std::size_t rows = argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 1'000'000;
    std::printf("%zu texts\n", rows);
    const testing::TemporaryFolder folder;
    writeTable(folder / "table.csv", rows);
    EngineOptions options;
    options.models.bundled = {testing::bundledModel().parent_path()};
    EngineBridge bridge(std::make_unique<Engine>(options, testing::makeInstantBackend()));
    MainWindowOptions windowOptions{PresetStore(folder / "presets", folder / "own"), NeverTogether(folder.path())};
    windowOptions.projectFile = folder / "review.lwproj";
    MainWindow window(bridge, std::move(windowOptions));
    window.resize(1440, 900);
    window.show();
    settle();
    bridge.engine().importTexts({folder / "table.csv", {}}, {});
    waitFor([&] { return window.session().dataset() && window.session().dataset()->size() == rows; });
    LabelSet labels;
    labels.labels = makeLabels({"咨询", "投诉", "建议", "表扬", "物流", "售后", "价格", "质量", "安装", "其他"});
    window.session().setLabels(labels, {});
    window.session().startRun({});
    waitFor([&] { return window.session().runningJob() == 0 && window.session().decisions()->incomplete == 0; });
    settle(3000);
    review(window);
    bulk(window);
    return 0;
}
