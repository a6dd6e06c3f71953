#pragma once

#include <QWidget>

#include "core/io/text_import.h"

class QLabel;
class QPushButton;
class QTableView;

namespace labelwright {
class TaskThread;
}

namespace labelwright::ui {

class RejectModel;

/// What an import brought: texts taken, rows left out with line and reason, and these rows as a file. GUI thread.
class ImportReport : public QWidget {
    Q_OBJECT

public:
    explicit ImportReport(QWidget* parent = nullptr);
    ~ImportReport() override;

    void setResult(ImportResult result);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void save();
    void write(const QString& file);

    std::size_t m_texts = 0;
    std::uint64_t m_rejected = 0;
    QString m_sourceName;
    RejectModel* m_model;
    QLabel* m_summary;
    QLabel* m_saved;
    QTableView* m_table;
    QPushButton* m_save = nullptr;
    std::unique_ptr<TaskThread> m_thread;
};

}  // namespace labelwright::ui
