#pragma once

#include <QComboBox>

#include "ui/models/labeling_session.h"

namespace labelwright::ui {

/// Which model labels the texts: automatic (by the language of each text) or one of those found. GUI thread.
class ModelChooser : public QComboBox {
    Q_OBJECT

public:
    explicit ModelChooser(LabelingSession& session, QWidget* parent = nullptr);

    /// Usable models last found.
    const std::vector<ModelEntry>& models() const noexcept { return m_models; }

signals:
    void modelPageWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QString automaticText() const;
    void chosen(int index);

    LabelingSession& m_session;
    std::vector<ModelEntry> m_models;
    std::vector<ModelUse> m_planned;  // what "automatic" came to
};

}  // namespace labelwright::ui
