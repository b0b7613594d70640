// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/fonts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>
#include <QVariant>

namespace deltascope::render {

namespace {

const QLatin1String kFonts(":/fonts/");
constexpr const char* kRegistered = "deltascope_fonts"; // property of the application: the fonts live as long as it

} // namespace

std::optional<Error> registerFonts()
{
    if (QCoreApplication::instance()->property(kRegistered).toBool())
        return std::nullopt;
    const QStringList files = QDir(kFonts).entryList({QStringLiteral("*.ttf")});
    for (const QString& file : files)
        if (QFontDatabase::addApplicationFont(kFonts + file) < 0)
            return Error{Fault::internal,
                {translatable("core", "The font “%1” of the program cannot be loaded; figures would have no text."),
                    {file.toStdString()}}};
    QCoreApplication::instance()->setProperty(kRegistered, true);
    return std::nullopt;
}

QString figureFontFamily()
{
    return QStringLiteral("DejaVu Sans");
}

QFont figureFont(double points, const QString& family)
{
    constexpr double kLeastSpacing = 1.0 / 64; // pixels; letters that are spaced are not joined
    QFont font(figureFontFamily());
    if (!family.isEmpty())
        font.setFamilies({family, figureFontFamily()});
    font.setPointSizeF(points);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::AbsoluteSpacing, kLeastSpacing);
    return font;
}

bool hasFont(const QString& family)
{
    return QFontDatabase::hasFamily(family);
}

} // namespace deltascope::render
