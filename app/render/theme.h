// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QColor>
#include <QString>
#include <QStringList>
#include <Qt>

#include <map>
#include <vector>

namespace deltascope::render {

/// What a role looks like: colour, pen and marker, so that no meaning hangs on colour alone.
struct RoleStyle {
    QColor colour;
    QColor fill; ///< opaque: mixed with the background, never translucent
    Qt::BrushStyle pattern = Qt::SolidPattern; ///< of filled areas: second cue beside colour
    double penWidth = 1.5; ///< CSS pixels, before `Theme::scale`
    Qt::PenStyle penStyle = Qt::SolidLine;
    QString marker; ///< disc, circle, square, diamond, triangle, triangle_down, triangle_left, triangle_right, plus,
                    ///< plus_filled, cross, cross_filled, star, circle_plus, square_cross, diamond_open, none
    bool operator==(const RoleStyle&) const = default;
};

/// Colours, pens and type; one JSON file in resources/themes.
struct Theme {
    QString id;
    bool dark = false;
    QColor background, foreground, grid, subdued; ///< subdued: text that stands back (tick labels, notes)
    std::map<figures::Role, RoleStyle> roles;
    std::vector<QColor> sequential; ///< colour map, lowest first; never empty
    std::vector<QColor> diverging; ///< colour map of signed values, most negative first; never empty
    double scale = 1; ///< pens and type (presenter view)
    double fontPoints = 9;
    const RoleStyle& style(figures::Role role) const { return roles.at(role); }
    bool operator==(const Theme&) const = default;
};

/// `share` of the colour, the rest background: looks like a translucent fill and paints ten times as fast.
QColor mixed(const QColor& colour, const QColor& background, double share);

/// Ids of the themes compiled in: light, dark, print (greyscale-safe), …
QStringList themeIds();
/// The theme with this id; "system" chooses light or dark by the palette's lightness. Precondition: a known id.
Theme theme(const QString& id);
/// The theme for what stands behind: pale colours, thin pens.
Theme faded(Theme theme);
/// The theme for a projector: type and pens larger by `scale`, and above 1 everything that is written in full contrast.
Theme presented(Theme theme, double scale);

} // namespace deltascope::render
