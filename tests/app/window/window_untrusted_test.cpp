// SPDX-License-Identifier: GPL-3.0-or-later
// A document and a lesson from a stranger in the window: every text is shown as it stands, wherever it comes up, and
// no file that it names is opened.
#include "app/support/window_fixture.h"

#include "render/plot/plot_widget.h"
#include "support/canary_file.h"
#include "text/markup.h"
#include "window/file_commands.h"
#include "window/lesson_commands.h"
#include "workspace/lesson_session.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPointer>
#include <QToolTip>

using namespace deltascope;
using namespace deltascope::window;

namespace window_untrusted_test {

class WindowStrangers : public WindowTest {
protected:
    void SetUp() override
    {
        if (!bait.ready())
            GTEST_SKIP() << "this system does not tell who opens a file";
        static_cast<void>(bait.touched());
    }

    void write(const char* name, const QByteArray& bytes)
    {
        QFile file(pathOf(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    void settle()
    {
        for (int i = 0; i < 20; ++i)
            QTest::qWait(5);
        window->figures().refreshNow();
    }

    /// True where Qt would take it for markup with the stranger's tags in it.
    static bool obeyed(const QString& text)
    {
        return Qt::mightBeRichText(text) && text.contains(QStringLiteral("<img"));
    }

    static void showTip(QWidget* widget, const QString& text)
    {
        EXPECT_FALSE(obeyed(text)) << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
        if (text.isEmpty())
            return;
        QToolTip::showText(QPoint(5, 5), text, widget);
        QToolTip::hideText();
    }

    /// Shows everything that can be shown, one after the other.
    void look()
    {
        settle();
        static_cast<void>(window->grab());
        QList<QPointer<QWidget>> all; // a menu that is filled anew deletes others
        for (QWidget* widget : window->findChildren<QWidget*>())
            all << widget;
        for (QWidget* widget : all) {
            if (!widget)
                continue;
            showTip(widget, widget->toolTip());
            showTip(widget, widget->whatsThis());
            EXPECT_FALSE(obeyed(widget->statusTip()));
            if (auto* menu = qobject_cast<QMenu*>(widget)) {
                emit menu->aboutToShow();
                for (const QAction* action : menu->actions())
                    showTip(menu, action->toolTip());
                menu->ensurePolished();
                static_cast<void>(menu->grab());
            }
            if (const auto* label = qobject_cast<QLabel*>(widget); label && label->textFormat() != Qt::PlainText) {
                EXPECT_FALSE(obeyed(label->text())) << label->objectName().toStdString();
            }
        }
        for (const QAction* action : window->findChildren<QAction*>())
            showTip(window.get(), action->toolTip());
        EXPECT_FALSE(bait.touched());
    }

    void readEveryFigure()
    {
        int read = 0;
        for (views::FigureView* view : window->figures().views()) {
            plot::PlotWidget& plot = view->plot();
            for (int x = 10; x < plot.width(); x += 15)
                for (int y = 10; y < plot.height(); y += 15) {
                    QMouseEvent move(QEvent::MouseMove, QPointF(x, y), QPointF(plot.mapToGlobal(QPoint(x, y))),
                        Qt::NoButton, Qt::NoButton, Qt::NoModifier);
                    QCoreApplication::sendEvent(&plot, &move);
                    for (QWidget* part : view->findChildren<QWidget*>())
                        if (part->toolTip().contains(QStringLiteral("bait"))) {
                            showTip(part, part->toolTip());
                            ++read;
                        }
                }
        }
        EXPECT_GT(read, 0) << "no readout names a pin";
        EXPECT_FALSE(bait.touched());
    }

    CanaryFile bait;
};

TEST_F(WindowStrangers, ADocumentIsOnlyShown)
{
    write("theirs <img src=bait>.deltascope", strangersDocument(bait.words()));
    window->fileCommands().openPath(pathOf("theirs <img src=bait>.deltascope"));
    ASSERT_EQ(workspace().pins().size(), 2u);
    look();
    readEveryFigure();
    window->pins().goTo(0);
    look();
    window->undo();
    look();
    window->redo();
    window->fileCommands().openPath(pathOf("theirs <img src=bait>.deltascope")); // asks about the changes
    for (QMessageBox* question : window->findChildren<QMessageBox*>()) {
        EXPECT_TRUE(question->textFormat() == Qt::PlainText || !obeyed(question->text()));
        static_cast<void>(question->grab());
        question->reject();
    }
    window->fileCommands().openPath(QString::fromStdString(bait.words())); // a file that is not there
    look();
}

TEST_F(WindowStrangers, WhatIsPastedIsOnlyShown)
{
    const std::string path = bait.path().toStdString();
    for (const QByteArray& text : {strangersDocument(bait.words()),
             QByteArray::fromStdString("{\"view\": {\"figures\": [" + quoted(path) + "]}}"),
             QByteArray::fromStdString("{\"view\": {\"theme\": " + quoted(path) + "}}"),
             QByteArray::fromStdString("{\"view\": {\"language\": " + quoted(path) + "}}"),
             QByteArray::fromStdString("{\"preferences\": {\"theme\": " + quoted(path) + "}}"),
             QByteArray::fromStdString("{\"preferences\": {\"language\": " + quoted(path) + "}}"),
             QByteArray::fromStdString("{\"data\": " + quoted(path) + "}"),
             QByteArray::fromStdString("{\"activation\": " + quoted(bait.words()) + "}"),
             QByteArray::fromStdString("deltascope:?view.figures=" + path),
             QByteArray::fromStdString("deltascope:?view.theme=" + path), QByteArray::fromStdString(path)}) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
        window->fileCommands().paste();
        for (QMessageBox* question : window->findChildren<QMessageBox*>())
            question->button(QMessageBox::Discard)->click();
        look();
    }
}

TEST_F(WindowStrangers, WhatIsPastedLeavesLanguageAndThemeAlone)
{
    workspace().setPreferences({.theme = "dark", .language = "pt_BR"});
    QGuiApplication::clipboard()->setText(QStringLiteral("deltascope:?depth=7"));
    window->fileCommands().paste();
    EXPECT_EQ(workspace().scenario().depth, 7);
    EXPECT_EQ(workspace().preferences().language, "pt_BR");
    EXPECT_EQ(workspace().preferences().theme, "dark");
}

TEST_F(WindowStrangers, ALessonIsOnlyShown)
{
    write("theirs.json", strangersLesson(bait.words()));
    window->lessonCommands().openPath(pathOf("theirs.json"));
    workspace::LessonSession& lesson = workspace().lesson();
    ASSERT_TRUE(lesson.lesson());
    look();
    lesson.answerChoice(1);
    look();
    lesson.goTo(1);
    lesson.showHint();
    lesson.showHint();
    look();
    window->undo();
    look();
}

TEST_F(WindowStrangers, WhereATextIsMarkupTheBaitIsOpened)
{
    QLabel label(QString::fromStdString(bait.words()));
    label.setTextFormat(Qt::RichText);
    label.resize(400, 400);
    static_cast<void>(label.grab());
    EXPECT_TRUE(bait.touched()) << "the tests above see nothing";
}

TEST(Markup, ATipShowsTheTextAsItStands)
{
    EXPECT_EQ(text::asTip(QStringLiteral("w = 1, a < b")), u"w = 1, a < b");
    EXPECT_EQ(text::asTip(QStringLiteral("a <b>c</b>\nd")), u"<p>a &lt;b&gt;c&lt;/b&gt;<br>d</p>");
    EXPECT_EQ(text::asTip({}), QString());
}

} // namespace window_untrusted_test
