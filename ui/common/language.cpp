#include "ui/common/language.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

/// Registers the translations, which live in a static library. Outside every namespace, as Qt asks.
static void registerTranslations() { Q_INIT_RESOURCE(translations); }

namespace labelwright::ui {
namespace {

QLocale localeOf(Language language) {
    return language == Language::SimplifiedChinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                   : QLocale(QLocale::English, QLocale::UnitedStates);
}

/// Replaces the translator of that name; a file that is not there leaves the English of the source.
void replaceTranslator(QApplication& application, const QString& name, const QString& file, const QString& folder) {
    delete application.findChild<QTranslator*>(name, Qt::FindDirectChildrenOnly);  // its destructor removes it
    auto* translator = new QTranslator(&application);
    translator->setObjectName(name);
    if (translator->load(file, folder)) QApplication::installTranslator(translator);
}

/// The desktop's own face where it names a real one, then faces with the Chinese (not the Japanese) shapes of shared characters.
QStringList fontFamilies() {
    QStringList families{QStringLiteral("Inter")};
    const QStringList meaningless{QStringLiteral("Sans Serif"), QStringLiteral("Sans"), QStringLiteral("sans-serif"),
                                  QStringLiteral("DejaVu Sans"), QString()};
    for (const QString& family : QFontDatabase::systemFont(QFontDatabase::GeneralFont).families())
        if (!meaningless.contains(family)) families << family;
    families << QStringLiteral("Noto Sans CJK SC") << QStringLiteral("Microsoft YaHei UI") << QStringLiteral("WenQuanYi Micro Hei")
             << QStringLiteral("Sans Serif");
    return families;
}

}  // namespace

Language effectiveLanguage(Language language) {
    if (language != Language::System) return language;
    for (const QString& name : QLocale::system().uiLanguages()) {
        if (name.startsWith(QLatin1String("zh"))) return Language::SimplifiedChinese;
        if (name.startsWith(QLatin1String("en"))) return Language::English;
    }
    return Language::English;
}

QString nativeName(Language language) {
    if (language == Language::System) return {};
    return language == Language::English ? QStringLiteral("English") : localeOf(language).nativeLanguageName();
}

void applyLanguage(QApplication& application, Language language) {
    registerTranslations();
    const Language wanted = effectiveLanguage(language);
    const QLocale locale = localeOf(wanted);
    QLocale::setDefault(locale);

    QFont font = QApplication::font();
    font.setFamilies(fontFamilies());
    QApplication::setFont(font);

    const QString suffix = wanted == Language::SimplifiedChinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    replaceTranslator(application, QStringLiteral("qtbaseTranslator"), QStringLiteral("qtbase_") + suffix,
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    replaceTranslator(application, QStringLiteral("labelwrightTranslator"), QStringLiteral("labelwright_") + suffix,
                      QStringLiteral(":/i18n"));
}

}  // namespace labelwright::ui
