// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/role_names.h"
#include "render/theme.h"

#include <QCryptographicHash>
#include <QGuiApplication>
#include <QPalette>
#include <QSet>

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::render {
namespace theme_test {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance and contrast ratio of WCAG 2.1.
double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

class ThemeTest : public testing::TestWithParam<QString> { };

TEST_P(ThemeTest, TextAndMarksStandOutFromTheBackground)
{
    const Theme now = theme(GetParam());
    EXPECT_GE(contrast(now.foreground, now.background), 7);
    EXPECT_GE(contrast(now.subdued, now.background), 4.5);
    for (const auto& [role, name] : roleNames()) // 4.5, because labels are written in the colour of their mark
        EXPECT_GE(contrast(now.style(role).colour, now.background), 4.5) << name.data();
    EXPECT_LT(contrast(now.grid, now.background), 2) << "the grid stays behind the data";
}

TEST_P(ThemeTest, TextStandsOutFromShadedAreas)
{
    const Theme now = theme(GetParam());
    for (const figures::Role role : {figures::Role::shaded, figures::Role::floor})
        EXPECT_GE(contrast(now.foreground, now.style(role).fill), 7) << roleName(role).data();
}

TEST_P(ThemeTest, NoMeaningHangsOnColourAlone)
{
    const Theme now = theme(GetParam());
    QSet<QString> cues;
    for (const auto& [role, name] : roleNames()) {
        const RoleStyle& style = now.style(role);
        const QString cue =
            QStringLiteral("%1 %2 %3").arg(style.marker).arg(int(style.penStyle)).arg(int(style.pattern));
        EXPECT_FALSE(cues.contains(cue)) << name.data() << " looks like another role: " << cue.toStdString();
        cues += cue;
    }
}

TEST_P(ThemeTest, FillsAreOpaque)
{
    const Theme now = theme(GetParam());
    for (const auto& [role, name] : roleNames())
        EXPECT_EQ(now.style(role).fill.alpha(), 255) << name.data();
    EXPECT_EQ(now.background.alpha(), 255);
}

TEST_P(ThemeTest, SequentialMapIsViridisInOrderOfLightness)
{
    const std::vector<QColor> map = theme(GetParam()).sequential;
    ASSERT_EQ(map.size(), 256u);
    QByteArray all;
    for (std::size_t each = 0; each < map.size(); ++each) {
        all += map[each].name().toLatin1();
        if (each >= 2) { // rounding to 8 bits makes single steps dip by 0.0003
            EXPECT_GT(luminance(map[each]), luminance(map[each - 2])) << each;
        }
    }
    // Of the published table (matplotlib, _viridis_data), rounded to 8 bits.
    EXPECT_EQ(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex(),
        "c300b23a4fd3c865568919e30aa9b020eb8a6aa9251ab0aa3d49aabfcf8ed99f");
}

TEST_P(ThemeTest, DivergingMapIsLightestInItsMiddle)
{
    const std::vector<QColor> map = theme(GetParam()).diverging;
    ASSERT_EQ(map.size(), 255u); // odd: 0 has a colour of its own
    for (std::size_t each = 0; each < 127; ++each) {
        EXPECT_LE(luminance(map[each]), luminance(map[each + 1]) + 1e-3) << each;
        EXPECT_LE(luminance(map[254 - each]), luminance(map[253 - each]) + 1e-3) << each;
    }
    EXPECT_GT(luminance(map[127]), 0.9);
    EXPECT_GT(map.front().blue(), map.front().red() + 60);
    EXPECT_GT(map.back().red(), map.back().blue() + 60);
}

TEST_P(ThemeTest, MarkersAreOfTheKnownKinds)
{
    const QSet<QString> known{QStringLiteral("disc"), QStringLiteral("circle"), QStringLiteral("square"),
        QStringLiteral("diamond"), QStringLiteral("triangle"), QStringLiteral("triangle_down"), QStringLiteral("plus"),
        QStringLiteral("cross"), QStringLiteral("star"), QStringLiteral("circle_plus"), QStringLiteral("square_cross"),
        QStringLiteral("diamond_open"), QStringLiteral("triangle_left"), QStringLiteral("triangle_right"),
        QStringLiteral("plus_filled"), QStringLiteral("cross_filled"), QStringLiteral("none")};
    for (const auto& [role, style] : theme(GetParam()).roles) {
        EXPECT_TRUE(known.contains(style.marker)) << style.marker.toStdString();
        EXPECT_GT(style.penWidth, 0);
    }
}

TEST_P(ThemeTest, PinsAreAsThickAsTheScenariosCurvesForAnAudience)
{
    const Theme now = presented(theme(GetParam()), 1.8);
    for (const figures::Role behind :
        {figures::Role::pin, figures::Role::pin2, figures::Role::pin3, figures::Role::published})
        EXPECT_GE(now.style(behind).penWidth, now.style(figures::Role::primary).penWidth);
    EXPECT_EQ(presented(theme(GetParam()), 1).roles, theme(GetParam()).roles); // at the desk they stand back
}

INSTANTIATE_TEST_SUITE_P(
    Every, ThemeTest, testing::ValuesIn(themeIds()), [](const auto& each) { return each.param.toStdString(); });

TEST(Themes, AreFoundByFile)
{
    QStringList files =
        QDir(QStringLiteral(DELTASCOPE_SOURCE_DIR "/resources/themes")).entryList(QDir::Files, QDir::Name);
    EXPECT_GE(files.size(), 3);
    EXPECT_EQ(themeIds(), files.replaceInStrings(QStringLiteral(".json"), QString()));
}

TEST(Themes, PrintNeedsNoColour)
{
    const Theme print = theme(QStringLiteral("print"));
    EXPECT_EQ(print.background, QColor(Qt::white));
    for (const auto& [role, style] : print.roles) {
        EXPECT_EQ(style.colour.saturation(), 0) << roleName(role).data();
        EXPECT_EQ(style.fill.saturation(), 0) << roleName(role).data();
    }
}

TEST(Themes, SystemFollowsThePalette)
{
    const QPalette before = QGuiApplication::palette();
    QGuiApplication::setPalette(QPalette(QColor(30, 30, 30)));
    EXPECT_EQ(theme(QStringLiteral("system")).id, u"dark");
    QGuiApplication::setPalette(QPalette(QColor(240, 240, 240)));
    EXPECT_EQ(theme(QStringLiteral("system")).id, u"light");
    QGuiApplication::setPalette(before);
}

} // namespace theme_test
} // namespace deltascope::render
