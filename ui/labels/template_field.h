#pragma once

#include <QWidget>

#include "core/domain/label.h"

class QLabel;
class QLineEdit;

namespace labelwright::ui {

/// The sentence that turns a label into a question, checked while it is typed, with what it comes to for one text. GUI thread.
class TemplateField : public QWidget {
    Q_OBJECT

public:
    explicit TemplateField(QWidget* parent = nullptr);

    void setLabels(const LabelSet& labels);
    /// Which text and which label the example is about; an empty text shows the question alone.
    void setExample(const QString& text, const QString& labelId);

signals:
    void templateEdited(const QString& hypothesisTemplate);  ///< valid, changed, and finished (Return or leaving the field)

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void showState();
    void commit();

    LabelSet m_labels;
    QString m_exampleText;
    QString m_exampleLabel;
    QLabel* m_caption;
    QLineEdit* m_edit;
    QLabel* m_example = nullptr;
};

}  // namespace labelwright::ui
