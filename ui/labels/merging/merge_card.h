#pragma once

#include <cstdint>
#include <vector>

#include "ui/common/card.h"
#include "ui/models/labeling_session.h"

class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace labelwright::ui {

class ChipRow;

/// What a person can decide about labels that mean the same.
enum class MergeAct {
    Merge,       ///< all into the survivor
    MakeParent,  ///< all below the survivor
    KeepApart,   ///< never again in this label set
    NeverAgain,  ///< never again on this machine
};

/// One suggestion: labels, texts affected, evidence, telling texts, and what can be done about it. Changes nothing itself. GUI thread.
class MergeCard : public Card {
    Q_OBJECT

public:
    explicit MergeCard(const LabelingSession& session, QWidget* parent = nullptr);

    /// The survivor stays the one chosen, if it is still among the labels.
    void setSuggestion(const MergeSuggestion& suggestion);
    const MergeSuggestion& suggestion() const noexcept { return m_suggestion; }
    /// The label whose name stays.
    const LabelId& survivor() const noexcept { return m_survivor; }
    bool isSelected() const;
    void setSelected(bool selected);
    void setCurrent(bool current);
    /// Counts of texts are others.
    void showCounts();
    void retranslate();

signals:
    void survivorChanged();
    void selectionChanged();
    void actWanted(labelwright::ui::MergeAct act);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPushButton* makeButton(const char* objectName, MergeAct act);
    void showExamples();
    void showButtons();
    void fillSurvivors();
    QString quoted(const std::vector<std::uint32_t>& rows, QStringList& full) const;

    const LabelingSession& m_session;
    MergeSuggestion m_suggestion;
    LabelId m_survivor;
    bool m_current = false;
    QCheckBox* m_select;
    ChipRow* m_chips;
    QLabel* m_affected;
    QLabel* m_evidence;
    QLabel* m_examples;
    QToolButton* m_merge;
    QMenu* m_survivors;
    QPushButton* m_parent;
    QPushButton* m_keep;
    QPushButton* m_never;
};

}  // namespace labelwright::ui
