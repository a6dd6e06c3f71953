#pragma once

#include <QWidget>

#include "ui/charts/chart_canvas.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace labelwright::ui {

/// A chart with what every chart offers: the same figures as a table, copying, saving the picture and saving the figures. GUI thread.
class ChartPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChartPanel(QWidget* parent = nullptr);

    void showChart(ChartData chart);
    /// A sentence below the chart; what became of saving takes its place.
    void setNote(const QString& text);
    /// Nothing to show, copy or save.
    void clear();
    ChartCanvas& canvas() noexcept { return *m_canvas; }
    /// Switches to the table; for whoever owns the panel to place.
    QPushButton& asTable() noexcept { return *m_asTable; }
    /// The line of buttons below the chart, for more of them at its end.
    QHBoxLayout& buttons() noexcept { return *m_buttons; }
    /// Proposed when saving, without suffix.
    void setFileName(const QString& name) { m_fileName = name; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void setReady(bool ready);
    void fillTable();
    void copy();
    void savePicture();
    void saveNumbers();
    void writePicture(const QString& file);
    void writeNumbers(const QString& file);
    void sayWritten(const QString& file, bool written);

    QString m_fileName;
    QPushButton* m_asTable;
    QStackedWidget* m_pages;
    ChartCanvas* m_canvas;
    QTableWidget* m_table;
    QLabel* m_note;
    QHBoxLayout* m_buttons;
    QPushButton* m_copy;
    QPushButton* m_save;
    QPushButton* m_numbers;
};

/// The figures of a chart as CSV with a heading, numbers in full and with a decimal point, with a byte order mark for Excel.
QByteArray chartCsv(const ChartData& chart);

}  // namespace labelwright::ui
