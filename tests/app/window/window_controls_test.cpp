// SPDX-License-Identifier: GPL-3.0-or-later
// The small controls around figures and parameters: K, readouts, slider ranges, the preset button, dialogs.
#include "app/support/window_fixture.h"

#include "window/window_actions.h"

#include "check/check.h"
#include "files/presets.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "window/controls/number_edit.h"
#include "window/controls/parameter_slider.h"
#include "window/controls/question_number.h"
#include "window/dialogs/export_dialog.h"
#include "workspace/preset_session.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolBar>
#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_controls_test {

class WindowControls : public WindowTest {
protected:
    void showFigures(std::vector<std::string> ids)
    {
        model::ViewState view = workspace().view();
        view.figures = std::move(ids);
        workspace().setView(view);
        QCoreApplication::processEvents();
        window->figures().refreshNow();
    }
    controls::ParameterSlider* slider(const char* key)
    {
        QWidget* control = window->findChild<QWidget*>(QString::fromLatin1(key));
        return control ? control->findChild<controls::ParameterSlider*>() : nullptr;
    }
};

TEST_F(WindowControls, KStandsInTheHeaderOfItsFigure)
{
    EXPECT_TRUE(window->findChildren<controls::QuestionNumber*>().isEmpty());
    showFigures({"explosion_window"});
    const auto numbers = window->findChildren<controls::QuestionNumber*>();
    ASSERT_EQ(numbers.size(), 1);
    controls::NumberEdit& field = numbers.front()->field();
    emit field.entered(1000);
    EXPECT_EQ(workspace().question().k, 1000);
    emit field.stepped(1);
    EXPECT_GT(workspace().question().k, 1000);
    const double before = workspace().question().k;
    emit field.entered(-1);
    EXPECT_EQ(workspace().question().k, before);
    EXPECT_TRUE(field.isWrong());
    EXPECT_TRUE(window->banner().says(QStringLiteral("error")));
    EXPECT_FALSE(workspace().store().canUndo()) << "how it is looked at is not undone";
    showFigures({"factors"});
    EXPECT_TRUE(window->findChildren<controls::QuestionNumber*>().isEmpty());
}

TEST_F(WindowControls, UndoIsTheWindowsUnlessSomethingIsBeingTyped)
{
    put("depth", 10.0);
    auto* field = window->findChild<QWidget*>(QStringLiteral("depth"))->findChild<controls::NumberEdit*>();
    ASSERT_TRUE(field);
    field->setFocus();
    const auto taken = [&] {
        QKeyEvent wish(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        wish.ignore();
        QCoreApplication::sendEvent(field, &wish);
        return wish.isAccepted();
    };
    EXPECT_FALSE(taken());
    QTest::keyClicks(field, QStringLiteral("7"));
    EXPECT_TRUE(taken());
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_FALSE(taken());
}

TEST_F(WindowControls, AWidenedSliderShrinksWithUndo)
{
    controls::ParameterSlider* weight = slider("weight");
    ASSERT_TRUE(weight);
    const controls::SliderRange usual = weight->range();
    put("weight", 5000.0);
    EXPECT_GE(weight->range().maximum, 5000);
    window->undo();
    EXPECT_EQ(weight->range(), usual);
    put("weight", 5000.0);
    workspace().store().beginGesture(QStringLiteral("drag"));
    put("weight", 3.0);
    EXPECT_GE(weight->range().maximum, 5000) << "not under the hand that drags it";
    workspace().store().endGesture();
}

TEST_F(WindowControls, TheButtonsBesideThePresetsStayWhereTheyAre)
{
    QToolBar* bar = window->findChild<QToolBar*>(QStringLiteral("toolbar"));
    ASSERT_TRUE(bar);
    const auto places = [&] {
        std::vector<int> all;
        for (const QToolButton* button : bar->findChildren<QToolButton*>())
            all.push_back(button->x());
        return all;
    };
    window->presetSession().choose(*files::findPreset("vanishing"));
    QCoreApplication::processEvents();
    const std::vector<int> before = places();
    for (const documents::Preset& preset : files::presets()) {
        window->presetSession().choose(preset);
        put("input", 0.123);
        QCoreApplication::processEvents();
        EXPECT_EQ(places(), before) << preset.id;
    }
}

TEST_F(WindowControls, AReadoutStandsOnceInTheHeaderOrBesideItsPoint)
{
    views::FigureView* view = window->figures().views().front();
    const auto inHeader = [&](const QString& text) {
        const QList<QLabel*> labels = view->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    };
    for (const QString& text : {QStringLiteral("z = 3"), QStringLiteral("begins ") + QString(400, u'x')}) {
        emit view->plot().readout(text);
        EXPECT_EQ(inHeader(text.left(5)), text.size() < 10) << text.toStdString();
        EXPECT_EQ(view->plot().readoutBeside(), text.size() > 10) << text.toStdString();
    }
}

TEST_F(WindowControls, TheExportDialogCanBeClosed)
{
    window->exportDialog().offer(nullptr);
    for (QPushButton* button : window->exportDialog().findChildren<QPushButton*>())
        if (button->text() == dialogs::ExportDialog::tr("Close"))
            button->click();
    EXPECT_FALSE(window->exportDialog().isVisible());
}

TEST_F(WindowControls, HelpListsTheShortcuts)
{
    for (QAction* action : window->findChildren<QAction*>())
        if (action->text() == WindowActions::tr("&Keyboard shortcuts"))
            action->trigger();
    const auto texts = window->findChildren<QPlainTextEdit*>();
    ASSERT_EQ(texts.size(), 1);
    for (const QAction* action : window->findChildren<QAction*>())
        EXPECT_TRUE(texts.front()->toPlainText().contains(action->shortcut().toString(QKeySequence::NativeText)))
            << qPrintable(action->text()); // "" where it has none
    EXPECT_TRUE(texts.front()->toPlainText().contains(
        QCoreApplication::translate("About", "Space\tPlay or stop").section(u'\t', 1)));
}

TEST_F(WindowControls, HelpProvesTheNumbers)
{
    for (QAction* action : window->findChildren<QAction*>())
        if (action->text() == WindowActions::tr("Check the &numbers"))
            action->trigger();
    const auto texts = window->findChildren<QPlainTextEdit*>();
    ASSERT_EQ(texts.size(), 1);
    ASSERT_TRUE(waitFor([&] { return !texts.front()->toPlainText().isEmpty(); }));
    EXPECT_EQ(texts.front()->lineWrapMode(), QPlainTextEdit::NoWrap) << "its columns would break";
    const auto numbers = static_cast<int>(check::checkNumbers().size());
    EXPECT_EQ(texts.front()->toPlainText().count(u'\n'), numbers + 1);
    bool said = false;
    for (const QLabel* label : texts.front()->window()->findChildren<QLabel*>())
        said |= label->text().contains(
            text::toText({translatable("core", "All %1 numbers agree with their sources."), {numbers}}));
    EXPECT_TRUE(said);
}

TEST_F(WindowControls, ALanguageSwitchInMidDragIsStillOneStep)
{
    controls::ParameterSlider* weight = slider("weight");
    ASSERT_TRUE(weight);
    const double start = workspace().scenario().weight;
    const QPoint middle = weight->rect().center();
    QTest::mousePress(weight, Qt::LeftButton, {}, middle);
    QTest::mouseMove(weight, middle + QPoint(20, 0));
    workspace().setPreferences({.language = workspace().preferences().language == "en" ? "system" : "en"});
    QEvent change(QEvent::LanguageChange);
    for (QWidget* widget : window->findChildren<QWidget*>())
        QCoreApplication::sendEvent(widget, &change);
    QTest::mouseMove(weight, middle + QPoint(30, 0));
    QTest::mouseRelease(weight, Qt::LeftButton, {}, middle + QPoint(30, 0));
    EXPECT_NE(workspace().scenario().weight, start);
    window->undo();
    EXPECT_EQ(workspace().scenario().weight, start);
    EXPECT_FALSE(workspace().store().canUndo());
}

TEST_F(WindowControls, AFileFromTheFutureIsAFile)
{
    const QString path = pathOf("future.deltascope");
    put("weight", 7.5);
    ASSERT_FALSE(window->file().save(path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.setFileTime(QDateTime::currentDateTime().addYears(40), QFileDevice::FileModificationTime));
    file.close();
    EXPECT_FALSE(window->file().changedOnDisk()) << "by content, not by the clock";
    put("weight", 8.0);
    ASSERT_FALSE(window->file().save(path));
    ASSERT_FALSE(window->file().open(path));
    EXPECT_EQ(workspace().scenario().weight, 8.0);
}

} // namespace window_controls_test
