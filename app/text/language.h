// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that turns the core's messages into a language and a locale.
#pragma once

#include "base/message.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace deltascope::text {

/// Codes of the languages that are compiled in ("en", "pt_BR"), English first.
QStringList availableLanguages();

/// Installs the translators and the default locale; "system" follows the system. Every window gets LanguageChange.
void setLanguage(const QString& code);
/// May be called on any thread, as all that follows.
QString currentLanguage();
QLocale currentLocale();

/// The message in the current language, numbers in the current locale (never grouped), sizes as 7.5·10⁻²⁵.
QString toText(const Message& message);
QString toText(const Magnitude& size, int digits = 2);
QString toText(Real number);
/// A translatable() string of a registry record or parameter row.
QString toText(const char* english);

} // namespace deltascope::text
