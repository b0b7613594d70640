// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/appearance.h"

#include "render/theme.h"
#include "text/language.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>

namespace deltascope::widgets {

namespace {

const QString kSystem = QStringLiteral("system");

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto channel = [&](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(
        channel(one.redF(), other.redF()), channel(one.greenF(), other.greenF()), channel(one.blueF(), other.blueF()));
}

QPalette paletteOf(const render::Theme& theme)
{
    const QColor back = theme.background, text = theme.foreground;
    const QColor accent = theme.style(figures::Role::primary).colour;
    QPalette palette;
    palette.setColor(QPalette::Window, mixed(back, text, 0.06));
    palette.setColor(QPalette::Base, back);
    palette.setColor(QPalette::AlternateBase, mixed(back, text, 0.04));
    palette.setColor(QPalette::Button, mixed(back, text, 0.1));
    palette.setColor(QPalette::ToolTipBase, mixed(back, accent, 0.2));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, back);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::Light, mixed(back, text, 0.2));
    palette.setColor(QPalette::Midlight, mixed(back, text, 0.15));
    palette.setColor(QPalette::Mid, mixed(back, text, 0.3));
    palette.setColor(QPalette::Dark, mixed(back, text, theme.dark ? 0.02 : 0.4));
    palette.setColor(QPalette::Shadow, theme.dark ? QColor(Qt::black) : mixed(back, text, 0.6));
    for (const QPalette::ColorRole role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}) {
        palette.setColor(role, text);
        palette.setColor(QPalette::Disabled, role, mixed(back, text, 0.5));
    }
    palette.setColor(QPalette::PlaceholderText, mixed(back, text, 0.55));
    return palette;
}

} // namespace

void applyAppearance(const QString& themeId)
{
    // Set only where it changes: every widget is told of a new palette.
    static QString applied = kSystem;
    if (applied == themeId)
        return;
    applied = themeId;
    QApplication::setPalette(themeId == kSystem ? QPalette() : paletteOf(render::theme(themeId)));
}

QString themeName(const QString& id)
{
    // For the catalogue: the themes that come with the program.
    static const char* const kNames[] = {translatable("core", "System"), translatable("core", "Light"),
        translatable("core", "Dark"), translatable("core", "Print")};
    for (const char* name : kNames)
        if (id.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return text::toText(name);
    return id;
}

QString languageName(const QString& code)
{
    if (code == kSystem)
        return text::toText(translatable("core", "System"));
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    if (code.contains(QLatin1Char('_')))
        name += QStringLiteral(" (%1)").arg(locale.nativeTerritoryName());
    else if (code == QLatin1String("en"))
        name = QStringLiteral("English"); // without a country, and not "American English"
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace deltascope::widgets
