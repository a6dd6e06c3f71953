#include "ui/labels/merging/never_together_shelf.h"

#include <QMetaObject>

namespace labelwright::ui {

NeverTogetherShelf::NeverTogetherShelf(NeverTogether store, QObject* parent) : QObject(parent), m_store(std::move(store)) {
    m_thread.setMaxThreadCount(1);  // the store belongs to one thread at a time
    m_thread.setObjectName(QStringLiteral("never together"));
    inBackground([] { return Result<void>(); });
}

NeverTogetherShelf::~NeverTogetherShelf() { m_thread.waitForDone(); }

void NeverTogetherShelf::inBackground(std::function<Result<void>()> work) {
    m_thread.start([this, work = std::move(work)] {
        if (const Result<void> result = work(); !result)
            QMetaObject::invokeMethod(this, [this, error = result.error()] { emit failed(error); });
        read();
    });
}

void NeverTogetherShelf::read() {
    auto pairs = m_store.pairs();
    if (!pairs) {
        QMetaObject::invokeMethod(this, [this, error = pairs.error()] { emit failed(error); });
        return;
    }
    QMetaObject::invokeMethod(this, [this, read = *std::move(pairs)]() mutable {
        m_pairs = std::move(read);
        emit changed();
    });
}

void NeverTogetherShelf::add(const Pairs& pairs) {
    inBackground([this, pairs]() -> Result<void> {
        for (const auto& [left, right] : pairs) {
            if (auto added = m_store.add(left, right); !added) return added;
        }
        return {};
    });
}

void NeverTogetherShelf::remove(const std::string& left, const std::string& right) {
    inBackground([this, left, right] { return m_store.remove(left, right); });
}

}  // namespace labelwright::ui
