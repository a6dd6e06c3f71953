#pragma once

#include <QWidget>
#include <optional>

#include "ui/common/language.h"
#include "ui/models/labeling_session.h"

class QLabel;
class QMenu;
class QToolButton;

namespace labelwright::ui {

/// The line at the bottom: that nothing leaves the computer, device and precision, memory, cache, what to look at, language. GUI thread.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(LabelingSession& session, QWidget* parent = nullptr);

    void setLanguage(Language language);
    /// A sentence that stays for some seconds.
    void announce(const QString& text);

signals:
    void languageChosen(labelwright::ui::Language language);
    void truncatedWanted();
    void unreviewedWanted();  ///< show the texts that were cut

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslateUi();
    void showDevice();
    void showTruncated();
    void showReviewed();

    LabelingSession& m_session;
    Language m_language = Language::System;
    std::vector<Device> m_devices;
    std::vector<ModelUse> m_planned;
    std::optional<ScoreCacheStatistics> m_cache;
    QLabel* m_localIcon;
    QLabel* m_local;
    QLabel* m_device;
    QLabel* m_memory;
    QLabel* m_cacheText;
    QToolButton* m_truncated;
    QToolButton* m_reviewed;
    QLabel* m_message;
    QToolButton* m_languageButton;
    QTimer* m_messageTimer;
};

}  // namespace labelwright::ui
