// SPDX-License-Identifier: GPL-3.0-or-later
// The bar of words below the figures: as high as they need, in the real window.
#include "app/support/window_fixture.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_diagnosis_test {

class WindowDiagnosis : public WindowTest {
protected:
    QLabel& words() { return *window->findChild<QLabel*>(QStringLiteral("diagnosis")); }
    QToolButton& more() { return *window->findChild<QToolButton*>(QStringLiteral("details")); }
    QScrollArea& bar()
    {
        QWidget* place = &words();
        while (!qobject_cast<QScrollArea*>(place))
            place = place->parentWidget();
        return *static_cast<QScrollArea*>(place);
    }
    /// What of the words cannot be seen, in pixels.
    int cutOff() { return words().heightForWidth(words().width()) - bar().viewport()->height(); }
};

TEST_F(WindowDiagnosis, IsAsHighAsItsWordsAndScrollsNowhereWhileClosed)
{
    for (const int width : {1024, 1366, 1024}) {
        window->resize(width, 768);
        put("depth", 1000);
        QCoreApplication::processEvents();
        EXPECT_LE(cutOff(), 0) << width;
        EXPECT_FALSE(bar().verticalScrollBar()->isVisible()) << width;
    }
}

TEST_F(WindowDiagnosis, OpensItsDetailsAndClosesThemAgain)
{
    window->resize(1024, 768);
    put("depth", 1000);
    QCoreApplication::processEvents();
    const int closed = bar().height();
    more().click();
    // a window system lays out in its own time
    EXPECT_TRUE(QTest::qWaitFor([&] { return bar().height() >= 3 * words().fontMetrics().lineSpacing(); }));
    const auto bottom = [&] { return bar().mapTo(window.get(), QPoint(0, bar().height())).y(); };
    EXPECT_TRUE(QTest::qWaitFor([&] { return bottom() <= window->height(); })) << bottom() << " " << window->height();
    more().click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return bar().height() == closed; }));
}

// The chapter's "only if all the products come close to balancing" and "highly unlikely by chance", on the first
// screen.
TEST_F(WindowDiagnosis, TheFirstScreenSaysHowOftenChanceBalances)
{
    workspace().setPreferences({.language = "en"}); // whatever the system speaks
    window->resize(1366, 768);
    ASSERT_TRUE(QTest::qWaitFor([&] { return more().isVisible(); }));
    more().click();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return words().text().contains(QStringLiteral("of 1000 chains of 4 layers")); }, 120'000));
    EXPECT_TRUE(words().text().contains(QStringLiteral("within a factor of 10")));
    put("depth", 6);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return words().text().contains(QStringLiteral("of 1000 chains of 6 layers")); }, 120'000));
    put("width", 3); // no chain
    EXPECT_TRUE(QTest::qWaitFor([&] { return !words().text().contains(QStringLiteral("of 1000 chains")); }, 120'000));
}

} // namespace window_diagnosis_test
