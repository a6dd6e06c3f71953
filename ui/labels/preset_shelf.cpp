#include "ui/labels/preset_shelf.h"

#include <QMetaObject>

namespace labelwright::ui {

PresetShelf::PresetShelf(PresetStore store, QObject* parent) : QObject(parent), m_store(std::move(store)) {
    m_thread.setMaxThreadCount(1);  // the store belongs to one thread at a time
    m_thread.setObjectName(QStringLiteral("presets"));
    refresh();
}

PresetShelf::~PresetShelf() { m_thread.waitForDone(); }

void PresetShelf::inBackground(std::function<void()> work) { m_thread.start(std::move(work)); }

void PresetShelf::read() {
    QMetaObject::invokeMethod(this, [this, presets = m_store.presets()]() mutable {
        m_presets = std::move(presets);
        emit changed();
    });
}

void PresetShelf::refresh() {
    inBackground([this] { read(); });
}

void PresetShelf::save(const LabelSet& labels, const QString& description) {
    inBackground([this, labels, text = description.toStdString()] {
        const Result<LabelPreset> result = m_store.save(labels, text);
        if (result) QMetaObject::invokeMethod(this, [this, name = labels.name] { emit saved(QString::fromStdString(name)); });
        else QMetaObject::invokeMethod(this, [this, error = result.error()] { emit failed(error); });
        read();
    });
}

void PresetShelf::remove(const std::string& id) {
    inBackground([this, id] {
        if (const Result<void> result = m_store.remove(id); !result)
            QMetaObject::invokeMethod(this, [this, error = result.error()] { emit failed(error); });
        read();
    });
}

void PresetShelf::edit(Edit how, const std::string& id, const QString& text) {
    inBackground([this, how, id, text = text.trimmed().toStdString()] {
        if (const Result<LabelPreset> result = (m_store.*how)(id, text); !result)
            QMetaObject::invokeMethod(this, [this, error = result.error()] { emit failed(error); });
        read();
    });
}

void PresetShelf::duplicate(const std::string& id, const QString& name) { edit(&PresetStore::duplicate, id, name); }
void PresetShelf::rename(const std::string& id, const QString& name) { edit(&PresetStore::rename, id, name); }
void PresetShelf::describe(const std::string& id, const QString& description) { edit(&PresetStore::describe, id, description); }

}  // namespace labelwright::ui
