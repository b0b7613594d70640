// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/theme.h"

#include "render/role_names.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>

#include <algorithm>
#include <cassert>
#include <new>

namespace deltascope::render {

namespace {

const QLatin1String kThemes(":/themes/");
const QLatin1String kColourMaps(":/colour_maps/");

template <class Style>
using StyleNames = std::map<QString, Style>;

const StyleNames<Qt::PenStyle>& penStyles()
{
    static const StyleNames<Qt::PenStyle> names{{QStringLiteral("solid"), Qt::SolidLine},
        {QStringLiteral("dash"), Qt::DashLine}, {QStringLiteral("dot"), Qt::DotLine},
        {QStringLiteral("dash_dot"), Qt::DashDotLine}, {QStringLiteral("dash_dot_dot"), Qt::DashDotDotLine}};
    return names;
}

const StyleNames<Qt::BrushStyle>& patterns()
{
    static const StyleNames<Qt::BrushStyle> names{{QStringLiteral("none"), Qt::NoBrush},
        {QStringLiteral("solid"), Qt::SolidPattern}, {QStringLiteral("diagonal"), Qt::FDiagPattern},
        {QStringLiteral("back_diagonal"), Qt::BDiagPattern}, {QStringLiteral("crossed"), Qt::DiagCrossPattern},
        {QStringLiteral("horizontal"), Qt::HorPattern}, {QStringLiteral("vertical"), Qt::VerPattern},
        {QStringLiteral("dense"), Qt::Dense4Pattern}, {QStringLiteral("sparse"), Qt::Dense6Pattern}};
    return names;
}

/// A file of our own that is compiled in; that it is complete is a test's business.
QJsonObject compiledIn(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) // it is there; there is no memory to unpack it
        throw std::bad_alloc();
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    assert(document.isObject());
    return document.object();
}

QColor colourOf(const QJsonObject& object, QLatin1String key)
{
    const QColor colour(object.value(key).toString());
    assert(colour.isValid());
    return colour;
}

RoleStyle readStyle(const QJsonObject& object, const QColor& background)
{
    RoleStyle style;
    style.colour = colourOf(object, QLatin1String("colour"));
    style.fill = mixed(style.colour, background, object.value(QLatin1String("fill")).toDouble());
    style.pattern = patterns().at(object.value(QLatin1String("pattern")).toString());
    style.penWidth = object.value(QLatin1String("width")).toDouble();
    style.penStyle = penStyles().at(object.value(QLatin1String("pen")).toString());
    style.marker = object.value(QLatin1String("marker")).toString();
    return style;
}

std::vector<QColor> readColourMap(const QString& id)
{
    std::vector<QColor> colours;
    const QJsonObject map = compiledIn(kColourMaps + id + QLatin1String(".json"));
    for (const QJsonValue colour : map.value(QLatin1String("colours")).toArray())
        colours.emplace_back(colour.toString());
    assert(!colours.empty());
    return colours;
}

QString themeOfSystem()
{
    // QStyleHints::colorScheme comes with Qt 6.5; the palette tells as much.
    const QPalette palette = QGuiApplication::palette();
    const bool dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return dark ? QStringLiteral("dark") : QStringLiteral("light");
}

} // namespace

QColor mixed(const QColor& colour, const QColor& background, double share)
{
    const auto mix = [share](int top, int bottom) { return qRound(share * top + (1 - share) * bottom); };
    return {mix(colour.red(), background.red()), mix(colour.green(), background.green()),
        mix(colour.blue(), background.blue())};
}

QStringList themeIds()
{
    QStringList ids;
    for (const QString& file : QDir(kThemes).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        ids += file.chopped(5);
    return ids;
}

Theme theme(const QString& id)
{
    const QString file = id == QLatin1String("system") ? themeOfSystem() : id;
    const QJsonObject object = compiledIn(kThemes + file + QLatin1String(".json"));
    Theme result;
    result.id = file;
    result.dark = object.value(QLatin1String("dark")).toBool();
    result.background = colourOf(object, QLatin1String("background"));
    result.foreground = colourOf(object, QLatin1String("foreground"));
    result.grid = colourOf(object, QLatin1String("grid"));
    result.subdued = colourOf(object, QLatin1String("subdued"));
    result.fontPoints = object.value(QLatin1String("font_points")).toDouble();
    result.sequential = readColourMap(object.value(QLatin1String("sequential")).toString());
    result.diverging = readColourMap(object.value(QLatin1String("diverging")).toString());
    const QJsonObject roles = object.value(QLatin1String("roles")).toObject();
    for (const auto& [role, name] : roleNames())
        result.roles[role] = readStyle(roles.value(name).toObject(), result.background);
    return result;
}

Theme faded(Theme theme)
{
    constexpr double kColour = 0.42, kPen = 0.8;
    for (auto& [role, style] : theme.roles) {
        style.colour = mixed(style.colour, theme.background, kColour);
        style.fill = mixed(style.fill, theme.background, kColour);
        style.penWidth *= kPen;
    }
    return theme;
}

Theme presented(Theme theme, double scale)
{
    theme.scale *= scale;
    if (scale > 1) {
        theme.foreground = theme.dark ? Qt::white : Qt::black;
        theme.subdued = mixed(theme.foreground, theme.background, 0.85);
        theme.grid = mixed(theme.foreground, theme.background, 0.25);
        for (const figures::Role behind : {figures::Role::pin, figures::Role::pin2, figures::Role::pin3,
                 figures::Role::published}) { // from the last row too
            RoleStyle& style = theme.roles[behind];
            style.penWidth = std::max(style.penWidth, theme.style(figures::Role::primary).penWidth);
        }
    }
    return theme;
}

} // namespace deltascope::render
