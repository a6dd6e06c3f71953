// The window with 1,000,000 texts and ten labels: memory, import, scroll, sort and filter times, and the longest time the window did not
// answer, beside what of it the GUI thread itself computed: the rest was spent waiting for a processor, which says something about how
// busy the machine is, not about the program. The model is replaced by one that costs nothing. Usage: table_benchmark [rows]
#include <unistd.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <utility>

#include "core/labels/label_list.h"
#include "tests/benchmarks/instant_backend.h"
#include "tests/benchmarks/stall_watch.h"
#include "tests/support/test_paths.h"
#include "ui/main_window/main_window.h"
#include "ui/models/texts_model.h"
#include "ui/texts/facet_panel.h"
#include "ui/texts/texts_page.h"

namespace {

using namespace labelwright;
using namespace labelwright::ui;

double residentMegabytes() {
    std::ifstream statm("/proc/self/statm");
    double pages = 0;
    double resident = 0;
    statm >> pages >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

class Bench {
public:
    explicit Bench(std::size_t rows) : m_rows(rows) {}

    void run() {
        std::printf("%-52s %12s %15s %18s\n", "step", "time", "longest stall", "computed by it");
        writeTable();
        const double before = residentMegabytes();
        step(
            "import, CSV",
            [this] {
                m_window->session().bridge().engine().importTexts({m_folder / "table.csv", {}}, {});
            },
            [this] { return m_window->session().dataset() && m_window->session().dataset()->size() == m_rows; });
        const double imported = residentMegabytes();
        LabelSet labels;
        labels.labels = makeLabels({"咨询", "投诉", "建议", "表扬", "物流", "售后", "价格", "质量", "安装", "其他"});
        m_window->session().setLabels(labels, {});
        step(
            "run with a model that costs nothing, 10 labels", [this] { m_window->session().startRun(m_window->textsPage().visibleRows()); },
            [this] { return m_window->session().runningJob() == 0 && m_window->session().decisions()->incomplete == 0; });
        settle();
        const double scored = residentMegabytes();
        sortsAndFilters();
        scroll();
        std::printf("\n%-52s %9.0f B\n", "text, mean length", m_bytes / double(m_rows));
        std::printf("%-52s %9.0f B\n", "dataset, a row (its bytes included)",
                    double(m_window->session().dataset()->memoryBytes()) / double(m_rows));
        std::printf("%-52s %9.0f B\n", "resident after import, a row", (imported - before) * 1e6 / double(m_rows));
        std::printf("%-52s %9.0f B\n", "scores of ten labels, a row", double(m_window->session().scores().memoryBytes()) / double(m_rows));
        std::printf("%-52s %9.0f B\n", "resident after the run, a row", (scored - before) * 1e6 / double(m_rows));
    }

    void open() {
        EngineOptions options;
        options.models.bundled = {testing::bundledModel().parent_path()};
        m_bridge = std::make_unique<EngineBridge>(std::make_unique<Engine>(options, testing::makeInstantBackend()));
        MainWindowOptions window{PresetStore(m_folder / "presets", m_folder / "own"), NeverTogether(m_folder.path())};
        m_window = std::make_unique<MainWindow>(*m_bridge, std::move(window));
        m_window->resize(1440, 900);
        m_window->show();
        settle();
    }
    void close() {
        m_window.reset();
        m_bridge.reset();
    }

private:
    void writeTable() {
        const std::vector<std::string> pieces{"快递三天没到", "客服态度很好",   "发票抬头写错了", "请问什么时候发货",  "质量和图片不一样",
                                              "已经用了两年", "退款还没有到账", "包装很结实",     "Where is my order", "the app crashes"};
        std::ofstream file(m_folder / "table.csv", std::ios::binary);
        const std::vector<std::string> channels{"web", "app", "phone", "shop", ""};
        file << "id,text,channel,day\n";
        std::uint32_t state = 1;
        for (std::size_t row = 0; row < m_rows; ++row) {
            std::string text;
            state = state * 1664525U + 1013904223U;
            const std::size_t count = 1 + (state >> 28U) % 6;
            for (std::size_t i = 0; i < count; ++i) {
                state = state * 1664525U + 1013904223U;
                text += pieces[(state >> 16U) % pieces.size()] + "，";
            }
            text += std::to_string(row);
            m_bytes += double(text.size());
            file << row + 1 << ',' << text << ',' << channels[(state >> 20U) % channels.size()] << ",2026-0" << 1 + (state >> 24U) % 9
                 << "-1" << (state >> 12U) % 10 << '\n';
        }
    }

    /// Runs the event loop until `done`, for time and longest stall of one action.
    void step(const char* name, const std::function<void()>& begin, const std::function<bool()>& done) {
        settle();
        m_stalls.takeLongest();
        QElapsedTimer timer;
        timer.start();
        begin();
        while (!done()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        settle();
        const Turn longest = m_stalls.takeLongest();
        std::printf("%-52s %9.3f s %12.1f ms %15.1f ms\n", name, seconds, longest.elapsed, longest.computed);
        std::fflush(stdout);
    }

    /// Lets everything that was begun end: timers, background passes, repaints.
    static void settle() {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 700) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }

    void arrange(const char* name, const std::function<void()>& begin) {
        bool arranged = false;
        const auto connection = QObject::connect(&m_window->textsPage().model(), &TextsModel::arranged, [&arranged] { arranged = true; });
        step(name, begin, [&arranged] { return arranged; });
        QObject::disconnect(connection);
    }

    void sortsAndFilters() {
        TextsPage& page = m_window->textsPage();
        const auto sort = [&page](SortKey key, SortDirection direction) {
            return [&page, key, direction] { page.model().setSorting({key, direction}); };
        };
        const auto filter = [&page](const char* query) { return [&page, query] { page.setQuery(QString::fromUtf8(query)); }; };
        arrange("sort: least certain first", sort(SortKey::Margin, SortDirection::Ascending));
        arrange("sort: confidence, descending", sort(SortKey::Confidence, SortDirection::Descending));
        arrange("sort: label", sort(SortKey::Label, SortDirection::Ascending));
        arrange("sort: length", sort(SortKey::Length, SortDirection::Ascending));
        arrange("sort: text", sort(SortKey::Text, SortDirection::Ascending));
        arrange("sort: file order", sort(SortKey::FileOrder, SortDirection::Ascending));
        arrange("filter: 退款", filter("退款"));
        arrange("filter: APP in any case", filter("the app"));
        arrange("filter: conf:<0.4 label:投诉", filter("conf:<0.4 label:投诉"));
        arrange("filter: /发票.*退款/", filter("/发票.*退款/"));
        arrange("filter: dup:no len:>40", filter("dup:no len:>40"));
        arrange("filter: channel:=web", filter("channel:=web"));
        arrange("filter: day:2026-03..2026-05 channel:<>app", filter("day:2026-03..2026-05 channel:<>app"));
        arrange("filter: cleared", filter(""));
        facets(page);
        bool decided = false;
        const auto connection = QObject::connect(&m_window->session(), &LabelingSession::decisionsChanged, [&decided] { decided = true; });
        step(
            "no label below 0.50",
            [this] {
                Selection selection = m_window->session().selection();
                selection.abstain = 0.5F;
                m_window->session().setSelection(selection);
            },
            [&decided] { return decided; });
        QObject::disconnect(connection);
    }

    /// The filters beside the table: from the click until every count is there.
    void facets(TextsPage& page) {
        bool counted = false;
        auto* panel = m_window->findChild<FacetPanel*>();
        const auto connection = QObject::connect(panel, &FacetPanel::counted, [&counted] { counted = true; });
        const auto until = [&](const char* name, const std::function<void()>& begin) {
            counted = false;
            step(name, begin, [&counted] { return counted; });
        };
        until("filters beside the table: shown, all counts", [&page] { page.setFacetsShown(true); });
        until("filters beside the table: one label chosen", [&page] { page.setQuery(QStringLiteral("label:投诉")); });
        until("filters beside the table: and words", [&page] { page.setQuery(QStringLiteral("label:投诉 channel:=web 退款")); });
        page.setQuery({});
        page.setFacetsShown(false);
        settle();
        QObject::disconnect(connection);
    }

    void scroll() {
        auto* table = m_window->findChild<QTableView*>(QStringLiteral("textsTable"));
        QScrollBar* bar = table->verticalScrollBar();
        std::vector<double> frames;
        for (int i = 0; i < 400; ++i) {
            const bool line = i % 2 == 0;
            QElapsedTimer timer;
            timer.start();
            bar->setValue(line ? bar->value() + bar->singleStep() * 3 : static_cast<int>(double(bar->maximum()) * i / 400));
            table->viewport()->repaint();
            frames.push_back(double(timer.nsecsElapsed()) / 1e6);
            QCoreApplication::processEvents();
        }
        std::sort(frames.begin(), frames.end());
        std::printf("\n%-52s %9.2f ms, 99 %% %.2f ms, longest %.2f ms\n", "scroll, a frame: median", frames[200], frames[396],
                    frames.back());
    }

    std::size_t m_rows;
    double m_bytes = 0;
    testing::TemporaryFolder m_folder;
    std::unique_ptr<EngineBridge> m_bridge;
    std::unique_ptr<MainWindow> m_window;
    StallWatch m_stalls;
};

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    applyAppearance(application, {});
    const std::size_t rows = argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 1000000;
    std::printf("%zu texts\n", rows);
    Bench bench(rows);
    bench.open();
    bench.run();
    bench.close();
    return 0;
}
