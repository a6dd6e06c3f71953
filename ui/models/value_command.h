#pragma once

#include <QUndoCommand>
#include <functional>
#include <utility>

namespace labelwright::ui {

/// An edit of one value as an undo step: the whole value before and after. Edits with the same non-negative `mergeId` that follow each
/// other (a spin box held down) are one step. `apply` must outlive the undo stack.
template <typename Value>
class ValueCommand : public QUndoCommand {
public:
    ValueCommand(const QString& text, Value before, Value after, std::function<void(const Value&)> apply, int mergeId = -1)
        : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)), m_apply(std::move(apply)), m_mergeId(mergeId) {}

    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* later) override {
        const auto* other = dynamic_cast<const ValueCommand*>(later);
        if (other == nullptr || m_mergeId < 0) return false;
        m_after = other->m_after;
        return true;
    }

private:
    Value m_before;
    Value m_after;
    std::function<void(const Value&)> m_apply;
    int m_mergeId;
};

}  // namespace labelwright::ui
