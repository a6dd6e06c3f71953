#pragma once

#include <QDialog>
#include <memory>
#include <optional>

#include "ui/charts/confidence_overview.h"
#include "ui/models/labeling_session.h"

class QPushButton;
class QTabBar;

namespace labelwright::ui {

class ChartPanel;

/// Confidence over all texts, texts by label, and the scores of one text. Figures are gathered when the dialog opens, off the GUI thread,
/// and again when the results change while it is open. GUI thread.
class ConfidenceChart : public QDialog {
    Q_OBJECT

public:
    /// `row`: the text whose scores are shown; unset: all texts only.
    ConfidenceChart(LabelingSession& session, std::optional<std::size_t> row, QWidget* parent = nullptr);
    ~ConfidenceChart() override;

public slots:
    /// Another text was selected while the dialog is open.
    void setRow(std::optional<std::size_t> row);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class View { Confidence, Labels, Row };

    void makeLayout();
    void retranslate();
    void makeTabs();
    View view() const;
    void gather();
    void showView();
    QString summary() const;

    LabelingSession& m_session;
    std::optional<std::size_t> m_row;
    std::optional<ConfidenceOverview> m_overview;
    struct Gathering;
    std::unique_ptr<Gathering> m_gathering;

    QTabBar* m_tabs = nullptr;
    ChartPanel* m_panel;
    QPushButton* m_close = nullptr;
};

}  // namespace labelwright::ui
