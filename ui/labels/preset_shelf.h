#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <vector>

#include "core/labels/preset_store.h"

namespace labelwright::ui {

/// The presets there are, read and written on a thread of its own so that a slow disk never holds up the window. GUI thread.
class PresetShelf : public QObject {
    Q_OBJECT

public:
    explicit PresetShelf(PresetStore store, QObject* parent = nullptr);
    ~PresetShelf() override;

    /// As last read; empty until then.
    const std::vector<LabelPreset>& presets() const noexcept { return m_presets; }

    void refresh();
    void save(const LabelSet& labels, const QString& description);
    void remove(const std::string& id);
    // As PresetStore does it.
    void duplicate(const std::string& id, const QString& name);
    void rename(const std::string& id, const QString& name);
    void describe(const std::string& id, const QString& description);

signals:
    void changed();
    void saved(const QString& name);
    void failed(const labelwright::Error& error);

private:
    using Edit = Result<LabelPreset> (PresetStore::*)(const std::string&, const std::string&) const;
    void edit(Edit how, const std::string& id, const QString& text);
    void inBackground(std::function<void()> work);
    void read();  ///< on the thread

    PresetStore m_store;
    std::vector<LabelPreset> m_presets;
    QThreadPool m_thread;
};

}  // namespace labelwright::ui
