#pragma once

#include <QApplication>
#include <QDBusVariant>
#include <QObject>

namespace labelwright::ui {

/// The desktop's light or dark setting: the portal's org.freedesktop.appearance color-scheme, and until that answers (or where there is
/// none) the lightness of the palette the program was started with. A child of the application. GUI thread.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    /// The one of this application; created, and the desktop asked, at the first call.
    static SystemScheme& of(QApplication& application);

    bool isDark() const noexcept { return m_isDark; }
    /// Whether a change of the setting changes the application's colours.
    void follow(bool on) noexcept { m_follows = on; }

private slots:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    explicit SystemScheme(QApplication& application);
    void ask();
    void accept(const QVariant& value);

    QApplication& m_application;
    bool m_isDark;
    bool m_follows = false;
};

}  // namespace labelwright::ui
