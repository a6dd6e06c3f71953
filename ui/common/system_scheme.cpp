#include "ui/common/system_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPalette>

#include "ui/common/theme.h"

namespace labelwright::ui {
namespace {

const auto portal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto portalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colourSchemeKey = QStringLiteral("color-scheme");

/// Replies of the portal's Read come wrapped in one variant more than promised.
QVariant unwrapped(QVariant value) {
    while (value.metaType() == QMetaType::fromType<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
    return value;
}

}  // namespace

SystemScheme& SystemScheme::of(QApplication& application) {
    auto* existing = application.findChild<SystemScheme*>(QString(), Qt::FindDirectChildrenOnly);
    return existing != nullptr ? *existing : *new SystemScheme(application);
}

SystemScheme::SystemScheme(QApplication& application)
    : QObject(&application), m_application(application), m_isDark(ui::isDark(application.palette())) {
    ask();
}

void SystemScheme::ask() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(portal, portalPath, portalSettings, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage read = QDBusMessage::createMethodCall(portal, portalPath, portalSettings, QStringLiteral("Read"));
    read << appearance << colourSchemeKey;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) accept(reply.value().variant());
        watcher->deleteLater();
    });
}

void SystemScheme::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == appearance && key == colourSchemeKey) accept(value.variant());
}

void SystemScheme::accept(const QVariant& value) {
    // 0: no preference, 1: dark, 2: light
    const bool dark = unwrapped(value).toUInt() == 1;
    if (dark == m_isDark) return;
    m_isDark = dark;
    if (m_follows) applyColourScheme(m_application, ColourScheme::System);
}

}  // namespace labelwright::ui
