// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language.h"

#include "text/number_text.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <QWidget>

#include <mutex>

namespace deltascope::text {

namespace {

const QLatin1String kCatalogues(":/i18n/");
const QLatin1String kPrefix("deltascope_");
const QLatin1String kSourceLanguage("en");
constexpr const char* kContext = "core";
const QLatin1String kTranslator("deltascope_translator"); // object name of what setLanguage installs

/// What is spoken: pictures and files are written on other threads than the one that changes it.
struct Speech {
    std::mutex mutex; // protects Qt's default locale and what is below
    QString language = kSourceLanguage;
};

Speech& speech()
{
    static Speech ofTheProgram;
    return ofTheProgram;
}

/// The first language of the system that we have: its own territory, else its language alone.
QString systemLanguage()
{
    const QStringList available = availableLanguages();
    for (QString wanted : QLocale::system().uiLanguages()) {
        wanted.replace(u'-', u'_');
        const QString language = wanted.section(u'_', 0, 0);
        for (const QString& code : available)
            if (code == wanted || code == language)
                return code;
        for (const QString& code : available)
            if (code.section(u'_', 0, 0) == language)
                return code;
    }
    return kSourceLanguage;
}

/// True where the catalogue was found and holds something.
bool install(const QString& file, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(kTranslator);
    if (translator->load(file, folder) && !translator->isEmpty() && QCoreApplication::installTranslator(translator))
        return true;
    delete translator;
    return false;
}

bool removeTranslators()
{
    const auto installed =
        QCoreApplication::instance()->findChildren<QTranslator*>(kTranslator, Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : installed) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    return !installed.isEmpty();
}

/// What people or files gave: on one line, whatever is in it (a control character could steer a terminal), and short
/// enough for a banner.
QString quotable(QString given)
{
    constexpr qsizetype kMost = 500, kEnd = 100;
    for (QChar& character : given)
        if (character.category() == QChar::Other_Control || character.category() == QChar::Separator_Line
            || character.category() == QChar::Separator_Paragraph)
            character = QChar::ReplacementCharacter;
    if (given.size() > kMost)
        given.replace(kMost - kEnd, given.size() - kMost, u'…');
    return given;
}

struct ArgumentText {
    QString operator()(std::int64_t number) const { return wholeText(number); }
    QString operator()(const Real& number) const { return toText(number); }
    QString operator()(const Magnitude& size) const { return toText(size); }
    QString operator()(const std::string& verbatim) const { return quotable(QString::fromStdString(verbatim)); }
    QString operator()(const Argument::Nested& nested) const { return toText(nested.front()); }
};

/// The number after a % at `place`, at most two digits; 0 where there is none.
qsizetype placeMarker(const QString& text, qsizetype place, qsizetype* length)
{
    qsizetype number = 0;
    *length = 1;
    while (*length <= 2 && place + *length < text.size() && text.at(place + *length).isDigit()) {
        number = number * 10 + text.at(place + *length).digitValue();
        ++*length;
    }
    return number;
}

} // namespace

QStringList availableLanguages()
{
    QStringList codes{kSourceLanguage};
    for (const QString& file :
        QDir(kCatalogues).entryList({kPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name)) {
        const QString code = file.mid(kPrefix.size()).chopped(3);
        if (!codes.contains(code))
            codes += code;
    }
    return codes;
}

void setLanguage(const QString& code)
{
    const QString language = availableLanguages().contains(code) ? code : systemLanguage();
    QLocale locale(language);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    {
        const std::lock_guard lock(speech().mutex);
        QLocale::setDefault(locale);
        speech().language = language;
    }

    bool told = removeTranslators();
    // Texts of standard dialogs, where Qt's own translations are installed.
    told |= install(QLatin1String("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    told |= install(kPrefix + language, kCatalogues);
    if (!told) {
        QEvent changed(QEvent::LanguageChange);
        QCoreApplication::sendEvent(QCoreApplication::instance(), &changed);
    }
    if (qobject_cast<QApplication*>(QCoreApplication::instance()))
        for (QWidget* window : QApplication::topLevelWidgets())
            if (!window->testAttribute(Qt::WA_DontShowOnScreen)) // a page that is being written
                window->setLocale(locale);
}

QString currentLanguage()
{
    const std::lock_guard lock(speech().mutex);
    return speech().language;
}

QLocale currentLocale()
{
    const std::lock_guard lock(speech().mutex);
    return QLocale();
}

QString toText(const Message& message)
{
    const QString pattern = toText(message.english.c_str());
    QString text;
    for (qsizetype place = 0; place < pattern.size(); ++place) {
        qsizetype length = 1;
        qsizetype number = pattern.at(place) == u'%' ? placeMarker(pattern, place, &length) : 0;
        if (number > static_cast<qsizetype>(message.arguments.size()) && length == 3) { // "%10" with fewer than ten
            number /= 10;
            length = 2;
        }
        if (number < 1 || number > static_cast<qsizetype>(message.arguments.size())) {
            text += pattern.at(place);
            continue;
        }
        text += std::visit(ArgumentText{}, message.arguments[static_cast<std::size_t>(number - 1)].value);
        place += length - 1;
    }
    return text;
}

QString toText(const Magnitude& size, int digits)
{
    return magnitudeText(size, digits, currentLocale().decimalPoint().front());
}

QString toText(Real number)
{
    return realText(number, currentLocale().decimalPoint().front());
}

QString toText(const char* english)
{
    return *english ? QCoreApplication::translate(kContext, english) : QString();
}

} // namespace deltascope::text
