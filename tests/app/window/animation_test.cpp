// SPDX-License-Identifier: GPL-3.0-or-later
// Animations: frames that move over axes that hold still, files that are whole, cancel.
#include "app/support/window_fixture.h"

#include "base/registry.h"
#include "files/animation_job.h"
#include "window/dialogs/animation_dialog.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QDir>
#include <QImage>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QThread>

using namespace deltascope;
using namespace deltascope::window;

namespace animation_test {

figures::AnimationPlan sweep(const char* figure, double from, double to, int frames)
{
    figures::AnimationPlan plan;
    plan.kind = findKind(figures::figuresRegistry(), figure);
    plan.parameter = parameters::findScenarioParameter("weight");
    plan.from = from;
    plan.to = to;
    plan.frames = frames;
    return plan;
}

TEST(Animation, MovesOverAxesThatHoldStill)
{
    std::atomic<int> done = 0;
    const Result<std::vector<figures::Figure>> figures = figures::animate(sweep("factors", 1, 20, 7), {}, done);
    ASSERT_TRUE(figures);
    ASSERT_EQ(figures->size(), 7u);
    EXPECT_EQ(done, 7);
    const figures::Panel& first = figures->front().panels.front();
    for (const figures::Figure& figure : *figures) {
        EXPECT_EQ(figure.panels.front().y.lower, first.y.lower);
        EXPECT_EQ(figure.panels.front().y.upper, first.y.upper);
    }
    EXPECT_NE(figures->front().caption, figures->back().caption);
}

TEST(Animation, ATrainingGrowsToItsEnd)
{
    figures::AnimationPlan plan = sweep("cost", 0, 0, 4);
    plan.parameter = nullptr;
    plan.start.scenario.epochs = 30;
    std::atomic<int> done = 0;
    const Result<std::vector<figures::Figure>> figures = figures::animate(plan, {}, done);
    ASSERT_TRUE(figures);
    std::size_t before = 0;
    for (const figures::Figure& figure : *figures) {
        const std::size_t points = std::get<figures::Line>(figure.panels[0].elements[0]).x.size();
        EXPECT_GT(points, before);
        before = points;
    }
    EXPECT_EQ(before, 31u);
}

TEST(Animation, AValueThatCannotBeIsASentence)
{
    std::atomic<int> done = 0;
    const Result<std::vector<figures::Figure>> figures = figures::animate(sweep("factors", 1, 1e9, 3), {}, done);
    ASSERT_FALSE(figures);
    EXPECT_NE(plainText(figures.error().what).find("weight"), std::string::npos);
}

class WindowAnimation : public WindowTest {
protected:
    bool waitForEnd(dialogs::AnimationDialog& dialog)
    {
        const QDeadlineTimer limit(60'000);
        while (dialog.writing() && !limit.hasExpired()) {
            QCoreApplication::processEvents();
            QThread::msleep(1);
        }
        return !dialog.writing();
    }
};

TEST_F(WindowAnimation, WritesNumberedPicturesThatOpenAgain)
{
    const QTemporaryDir folder;
    dialogs::AnimationDialog& dialog = window->animationDialog();
    dialog.offer();
    dialog.findChildren<QSpinBox*>().front()->setValue(3);
    ASSERT_FALSE(dialog.beginWritingTo(folder.filePath(QStringLiteral("walk.png"))));
    ASSERT_TRUE(waitForEnd(dialog));
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    EXPECT_EQ(files,
        (QStringList{
            QStringLiteral("walk_0001.png"), QStringLiteral("walk_0002.png"), QStringLiteral("walk_0003.png")}));
    EXPECT_FALSE(QImage(folder.filePath(files.last())).isNull());
}

TEST_F(WindowAnimation, OfAMapIsOfferedWhereThereIsOne)
{
    const QTemporaryDir folder;
    dialogs::AnimationDialog& dialog = window->animationDialog();
    dialog.offer();
    QComboBox* figure = dialog.findChildren<QComboBox*>().front();
    EXPECT_LT(figure->findData(QStringLiteral("map")), 0);

    const model::Map map{.measure = "product", .x = {.parameter = "weight", .from = 1, .to = 9, .count = 5}};
    window->workspace().putMap(map);
    dialog.offer();
    const int place = figure->findData(QStringLiteral("map"));
    ASSERT_GE(place, 0);
    figure->setCurrentIndex(place);
    dialog.findChildren<QSpinBox*>().front()->setValue(3);
    ASSERT_FALSE(dialog.beginWritingTo(folder.filePath(QStringLiteral("cross.png"))));
    ASSERT_TRUE(waitForEnd(dialog));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 3);
}

TEST_F(WindowAnimation, CancelEndsIt)
{
    const QTemporaryDir folder;
    dialogs::AnimationDialog& dialog = window->animationDialog();
    dialog.offer();
    dialog.findChildren<QSpinBox*>().front()->setValue(5000);
    ASSERT_FALSE(dialog.beginWritingTo(folder.filePath(QStringLiteral("walk.png"))));
    QCoreApplication::processEvents();
    dialog.reject();
    ASSERT_TRUE(waitForEnd(dialog));
    EXPECT_LT(QDir(folder.path()).count(), 5000u);
}

TEST_F(WindowAnimation, AnotherSuffixIsRefused)
{
    window->animationDialog().offer();
    EXPECT_TRUE(window->animationDialog().beginWritingTo(QStringLiteral("/tmp/walk.txt")));
    EXPECT_FALSE(window->animationDialog().writing());
}

} // namespace animation_test
