#pragma once

#include <QObject>
#include <deque>
#include <memory>

#include "core/engine/engine.h"

namespace labelwright::ui {

/// Brings the engine's events to the GUI thread as signals, in order, some milliseconds' worth in each
/// turn of the event loop. Owns the engine. GUI thread.
class EngineBridge : public QObject {
    Q_OBJECT

public:
    explicit EngineBridge(std::unique_ptr<Engine> engine, QObject* parent = nullptr);
    ~EngineBridge() override;

    Engine& engine() noexcept { return *m_engine; }

signals:
    void started(const labelwright::Started& event);
    void recordsScored(const labelwright::RecordsScored& event);
    void progressed(const labelwright::Progress& event);
    void finished(const labelwright::Finished& event);
    void failed(const labelwright::Failed& event);
    void cancelled(const labelwright::Cancelled& event);
    void planReady(const labelwright::PlanReady& event);
    void previewReady(const labelwright::PreviewReady& event);
    void transferProgressed(const labelwright::TransferProgress& event);
    void imported(const labelwright::Imported& event);
    void exported(const labelwright::Exported& event);
    void projectOpened(const labelwright::ProjectOpened& event);
    void projectCopied(const labelwright::ProjectCopied& event);
    void projectCompacted(const labelwright::ProjectCompacted& event);
    void projectBackedUp(const labelwright::ProjectBackedUp& event);
    void backupsListed(const labelwright::BackupsListed& event);
    void projectSalvaged(const labelwright::ProjectSalvaged& event);
    void labelVersionsRead(const labelwright::LabelVersionsRead& event);
    void historyRead(const labelwright::HistoryRead& event);
    void rowHistoryRead(const labelwright::RowHistoryRead& event);
    void mergesSuggested(const labelwright::MergesSuggested& event);
    void modelsFound(const labelwright::ModelsFound& event);
    void modelChecked(const labelwright::ModelChecked& event);
    void cacheState(const labelwright::CacheState& event);
    void warned(const labelwright::Warning& event);

private:
    void deliver();
    void deliver(const EngineEvent& event);

    std::unique_ptr<Engine> m_engine;
    std::deque<EngineEvent> m_waiting;  ///< taken from the engine, not yet delivered
};

}  // namespace labelwright::ui
