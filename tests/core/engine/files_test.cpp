#include "tests/core/engine/engine_fixture.h"

namespace labelwright::testing {
namespace {

using Files = EngineTest;

template <typename Event>
Event last(std::vector<EngineEvent> events) {
    auto* event = std::get_if<Event>(&events.back());
    if (event == nullptr) {
        const auto* failed = std::get_if<Failed>(&events.back());
        throw std::runtime_error(failed != nullptr ? failed->error.detail : "another event ended the job");
    }
    return std::move(*event);
}

TEST_F(Files, WorkSurvivesARestartThroughTheProjectFile) {
    const auto project = m_folder / "session.lwproj";
    writeFile(m_folder / "texts.csv", "id,text\na,请问什么时候发货？\nb,太差了，我要投诉\n");
    last<ProjectOpened>(eventsOf(engine().openProject(project)));
    const auto imported = last<Imported>(eventsOf(engine().importTexts({std::filesystem::path(m_folder / "texts.csv"), {}}, {})));
    const LabelSet set = labels({"咨询", "投诉"});
    ASSERT_TRUE(engine().record({"labels", set, {}, {}, {}}).ok());
    Selection selection;
    selection.abstain = 0.3F;
    ASSERT_TRUE(engine().record({"selection", {}, selection, {}, {}}).ok());
    ASSERT_TRUE(engine().saveModelChoice("labelwright-zh-mini").ok());
    ASSERT_TRUE(engine().saveViewState("{\"row\":1}").ok());
    const Run scored = run(request(imported.result.dataset, set, biEncoder()));
    engine().saveScores(scored.scores, {0});

    restart();
    const auto opened = last<ProjectOpened>(eventsOf(engine().openProject(project)));
    ASSERT_NE(opened.contents.dataset, nullptr);
    EXPECT_EQ(opened.contents.dataset->contentHash(), imported.result.dataset->contentHash());
    EXPECT_EQ(opened.contents.labels, set);
    EXPECT_EQ(opened.contents.selection, selection);
    EXPECT_EQ(opened.contents.modelChoice, "labelwright-zh-mini");
    EXPECT_EQ(opened.contents.viewState, "{\"row\":1}");
    const auto columns = opened.contents.scores.columns(hypothesisHashes(set));
    for (std::size_t row = 0; row < 2; ++row) {
        for (std::size_t k = 0; k < 2; ++k) EXPECT_EQ(opened.contents.scores.at(row, columns[k]).yes, scored.scores.at(row, k).yes);
    }
    EXPECT_EQ(opened.contents.scores.reading(0), scored.scores.reading(0));
}

TEST_F(Files, AFileThatIsNoProjectIsRefusedAndLeftAlone) {
    writeFile(m_folder / "notes.lwproj", "these are my notes");
    const auto events = eventsOf(engine().openProject(m_folder / "notes.lwproj"));
    ASSERT_TRUE(std::holds_alternative<Failed>(events.back()));
    EXPECT_EQ(readFile(m_folder / "notes.lwproj"), "these are my notes");
    EXPECT_TRUE(engine().record({"labels", labels({"咨询"}), {}, {}, {}}).ok()) << "without a project there is nothing to save to";
}

TEST_F(Files, ADamagedCacheIsRebuiltAndTheUserIsTold) {
    run(request(texts(messages(3)), labels({"咨询"}), biEncoder()));
    engine().onEvents({});
    const auto cache = m_options.cacheFile;
    m_options.cacheFile.clear();
    restart();  // lets go of the file
    writeFile(cache, std::string(20'000, 'x'));
    std::filesystem::remove(cache.string() + "-wal");
    std::filesystem::remove(cache.string() + "-shm");
    m_options.cacheFile = cache;
    restart();
    const auto events = engine().waitForEvents();
    const auto* warning = std::get_if<Warning>(&events.front());
    ASSERT_NE(warning, nullptr);
    EXPECT_NE(warning->error.detail.find("rebuilt"), std::string::npos);
    EXPECT_EQ(run(request(texts(messages(3)), labels({"咨询"}), biEncoder())).summary.forwards, 4U);
}

TEST_F(Files, ImportsPreviewsAndExportsAsEvents) {
    writeFile(m_folder / "in.csv", "text,channel\n你好,a\n,b\n再见,c\n");
    const auto preview = last<PreviewReady>(eventsOf(engine().previewImport({std::filesystem::path(m_folder / "in.csv"), {}}, {})));
    EXPECT_EQ(preview.preview.columns, (std::vector<std::string>{"text", "channel"}));
    const auto imported = last<Imported>(eventsOf(engine().importTexts({std::filesystem::path(m_folder / "in.csv"), {}}, {})));
    EXPECT_EQ(imported.result.dataset->size(), 2U);
    EXPECT_EQ(imported.result.rejectedCount, 1U);
    const LabelSet set = labels({"咨询"});
    ExportTable table{imported.result.dataset, {1}, set, ScoreTable(2), {}};
    const auto exported = last<Exported>(eventsOf(engine().exportResults(
        m_folder / "out.jsonl", table, {ExportFormat::JsonLines, ExportedScores::None, ByteOrderMark::Omit, FormulaGuard::On, true})));
    EXPECT_EQ(exported.rows.written, 1U);
    EXPECT_NE(readFile(m_folder / "out.jsonl").find("再见"), std::string::npos);
    EXPECT_TRUE(
        std::holds_alternative<Failed>(eventsOf(engine().importTexts({std::filesystem::path(m_folder / "missing.csv"), {}}, {})).back()));
}

TEST_F(Files, ModelsAreFoundAndCheckedAndTheCacheCounted) {
    const auto found = last<ModelsFound>(eventsOf(engine().findModels()));
    ASSERT_FALSE(found.models.empty());
    EXPECT_EQ(found.models.front().id, "labelwright-zh-mini");
    EXPECT_FALSE(found.devices.empty());
    const auto checked = last<ModelChecked>(eventsOf(engine().checkModel("labelwright-zh-mini", "cpu", Precision::Fp32)));
    EXPECT_EQ(checked.use.precision, Precision::Fp32);
    const auto refused = eventsOf(engine().checkModel((fixtures() / "models/refused/truncated_file").string(), "cpu", Precision::Fp32));
    const auto* failed = std::get_if<Failed>(&refused.back());
    ASSERT_NE(failed, nullptr);
    EXPECT_NE(failed->error.detail.find("truncated_file"), std::string::npos);
    run(request(texts(messages(4)), labels({"咨询"}), biEncoder()));
    EXPECT_EQ(last<CacheState>(eventsOf(engine().cacheStatistics())).statistics.embeddings, 5U);
    EXPECT_EQ(last<CacheState>(eventsOf(engine().clearCache())).removed, 5U);
    EXPECT_EQ(last<CacheState>(eventsOf(engine().cacheStatistics())).statistics.embeddings, 0U);
}

}  // namespace
}  // namespace labelwright::testing
