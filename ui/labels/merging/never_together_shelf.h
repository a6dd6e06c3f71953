#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/labels/suggestions/never_together.h"

namespace labelwright::ui {

/// The pairs of names never to be suggested together, read and written on a thread of its own so that a slow disk never holds up the
/// window. GUI thread.
class NeverTogetherShelf : public QObject {
    Q_OBJECT

public:
    using Pairs = std::vector<std::pair<std::string, std::string>>;

    explicit NeverTogetherShelf(NeverTogether store, QObject* parent = nullptr);
    ~NeverTogetherShelf() override;

    /// As last read; empty until then.
    const Pairs& pairs() const noexcept { return m_pairs; }

    void add(const Pairs& pairs);
    void remove(const std::string& left, const std::string& right);

signals:
    void changed();
    void failed(const labelwright::Error& error);

private:
    void inBackground(std::function<Result<void>()> work);
    void read();  ///< on the thread

    NeverTogether m_store;
    Pairs m_pairs;
    QThreadPool m_thread;
};

}  // namespace labelwright::ui
