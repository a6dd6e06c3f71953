#pragma once

#include <QDialog>

#include "core/project/project_salvage.h"

namespace labelwright::ui {

/// What a rescue found and what is lost. Accepted: the new project is to be opened. GUI thread.
class SalvageDialog : public QDialog {
    Q_OBJECT

public:
    explicit SalvageDialog(const SalvageReport& report, QWidget* parent = nullptr);

private:
    static QString tableName(const std::string& table);
};

}  // namespace labelwright::ui
