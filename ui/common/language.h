#pragma once

#include <QString>

class QApplication;

namespace labelwright::ui {

enum class Language { System, English, SimplifiedChinese };

/// What `System` comes to on this desktop; the others are themselves.
Language effectiveLanguage(Language language);
/// The name of a language in that language, for choosers; `System` gives an empty string.
QString nativeName(Language language);

/// Switches texts (ours and Qt's own dialogs), number formats and Chinese glyph shapes of the whole running application: every widget gets
/// a LanguageChange event. GUI thread.
void applyLanguage(QApplication& application, Language language);

}  // namespace labelwright::ui
