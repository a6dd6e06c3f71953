#include "ui/bridge/engine_bridge.h"

#include <QMetaObject>
#include <utility>

#include "core/base/clock.h"

namespace labelwright::ui {
namespace {

/// A run over texts that the cache answers sends more than a turn of the event loop should hold (16 ms with what the views then do).
constexpr double secondsPerTurn = 0.006;

/// One overload for each event: a new kind of event that nobody forwards does not compile.
template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace

EngineBridge::EngineBridge(std::unique_ptr<Engine> engine, QObject* parent) : QObject(parent), m_engine(std::move(engine)) {
    m_engine->onEvents([this] { QMetaObject::invokeMethod(this, qOverload<>(&EngineBridge::deliver), Qt::QueuedConnection); });
}

EngineBridge::~EngineBridge() {
    m_engine->onEvents({});
    m_engine.reset();
}

void EngineBridge::deliver() {
    for (EngineEvent& event : m_engine->takeEvents()) m_waiting.push_back(std::move(event));
    const Stopwatch turn;
    while (!m_waiting.empty()) {
        const EngineEvent event = std::move(m_waiting.front());
        m_waiting.pop_front();
        deliver(event);
        if (turn.seconds() > secondsPerTurn && !m_waiting.empty()) {
            QMetaObject::invokeMethod(this, qOverload<>(&EngineBridge::deliver), Qt::QueuedConnection);
            return;
        }
    }
}

void EngineBridge::deliver(const EngineEvent& event) {
    std::visit(Overloaded{
                   [this](const Started& e) { emit started(e); },
                   [this](const RecordsScored& e) { emit recordsScored(e); },
                   [this](const Progress& e) { emit progressed(e); },
                   [this](const Finished& e) { emit finished(e); },
                   [this](const Failed& e) { emit failed(e); },
                   [this](const Cancelled& e) { emit cancelled(e); },
                   [this](const PlanReady& e) { emit planReady(e); },
                   [this](const PreviewReady& e) { emit previewReady(e); },
                   [this](const TransferProgress& e) { emit transferProgressed(e); },
                   [this](const Imported& e) { emit imported(e); },
                   [this](const Exported& e) { emit exported(e); },
                   [this](const ProjectOpened& e) { emit projectOpened(e); },
                   [this](const ProjectCopied& e) { emit projectCopied(e); },
                   [this](const ProjectCompacted& e) { emit projectCompacted(e); },
                   [this](const ProjectBackedUp& e) { emit projectBackedUp(e); },
                   [this](const BackupsListed& e) { emit backupsListed(e); },
                   [this](const ProjectSalvaged& e) { emit projectSalvaged(e); },
                   [this](const LabelVersionsRead& e) { emit labelVersionsRead(e); },
                   [this](const HistoryRead& e) { emit historyRead(e); },
                   [this](const RowHistoryRead& e) { emit rowHistoryRead(e); },
                   [this](const MergesSuggested& e) { emit mergesSuggested(e); },
                   [this](const ModelsFound& e) { emit modelsFound(e); },
                   [this](const ModelChecked& e) { emit modelChecked(e); },
                   [this](const CacheState& e) { emit cacheState(e); },
                   [this](const Warning& e) { emit warned(e); },
               },
               event);
}

}  // namespace labelwright::ui
