// SPDX-License-Identifier: GPL-3.0-or-later
// Data of the user's: missing ones are asked for, and no figure of another scenario is taken for this one's meanwhile;
// sizes follow them.
#include "app/support/window_fixture.h"

#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "window/controls/choice_control.h"
#include "window/dialogs/export_dialog.h"
#include "window/file_commands.h"
#include "window/views/figure_menu.h"
#include "window/views/sheets/table_window.h"
#include "workspace/training_control.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_data_test {

/// Four inputs, then a class 0, 1 or 2.
QByteArray table(int rows)
{
    QByteArray text = "a,b,c,d,label\n";
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < 4; ++column)
            text += QByteArray::number(0.1 * ((row * 7 + column * 3) % 11)) + ',';
        text += QByteArray::number(row % 3) + '\n';
    }
    return text;
}

constexpr const char* kNeedsATable = R"({"format":"deltascope","schema":1,"data":"csv","inputs":4,"outputs":3,
    "examples":60,"width":8,"depth":3,"initializer":"glorot_uniform"})";

class WindowData : public WindowTest {
protected:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(pathOf(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return pathOf(name);
    }
    void readFrom(const QString& path) { workspace().setDataFolder({QFile::encodeName(path).toStdString()}); }
    bool settle()
    {
        return waitFor([&] {
            return workspace().snapshot().failure || !workspace().computing(results::needs<evaluation::Evaluation>());
        });
    }
    QString said() const { return window->banner().sentences().join(QLatin1Char('\n')); }
    QString words() { return window->findChild<QLabel*>(QStringLiteral("diagnosis"))->text(); }
    QString formula() { return window->findChild<QTextBrowser*>(QStringLiteral("formula"))->toPlainText(); }
    bool layerValuesAreShown() { return window->findChild<QWidget*>(QStringLiteral("layer_values"))->isVisible(); }

    /// That no part of the window shows numbers of another scenario, and that each says why, or the other way round.
    void expectGrey(bool grey, const QString& reason)
    {
        QCoreApplication::processEvents();
        window->figures().refreshNow();
        for (const views::FigureView* view : window->figures().views()) {
            SCOPED_TRACE(std::string(view->kind().id));
            const QString summary = view->plot().accessibleDescription();
            EXPECT_EQ(view->plot().veil(), grey ? reason : QString());
            EXPECT_EQ(view->caption().isEmpty(), grey);
            EXPECT_EQ(summary == reason, grey) << summary.toStdString();
        }
        EXPECT_EQ(words().contains(reason.toHtmlEscaped()), grey) << words().toStdString();
        EXPECT_EQ(formula().contains(reason), grey) << formula().toStdString();
        EXPECT_EQ(layerValuesAreShown(), !grey);
    }

    /// What the figure's menu does under this name.
    void choose(views::FigureView& view, const char* name)
    {
        QMenu menu;
        views::fillFigureMenu(menu, workspace(), view);
        const QString text = QCoreApplication::translate("FigureMenu", name);
        for (QAction* action : menu.actions())
            if (action->text() == text)
                action->trigger();
    }
};

TEST_F(WindowData, ATableWithoutAFileIsAskedFor)
{
    workspace().selectLayer(2);
    const QString before = words();
    put("data", std::string("csv"));
    ASSERT_TRUE(workspace().snapshot().failure);
    const QString reason = text::toText(workspace().snapshot().failure->what);
    EXPECT_TRUE(said().contains(reason)) << said().toStdString();
    expectGrey(true, reason);
    const auto buttons = window->banner().findChildren<QPushButton*>();
    ASSERT_EQ(buttons.size(), 1);
    buttons.front()->click();
    const auto* dialog = window->findChild<QFileDialog*>();
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->fileMode(), QFileDialog::ExistingFile);
    delete dialog;
    window->undo();
    EXPECT_FALSE(window->banner().says(QStringLiteral("data")));
    expectGrey(false, reason);
    EXPECT_EQ(words(), before);
}

TEST_F(WindowData, NothingGreyLeavesTheWindow)
{
    put("data", std::string("csv"));
    QCoreApplication::processEvents();
    const QString reason = text::toText(workspace().snapshot().failure->what);
    views::FigureView& figure = *window->figures().views().back();
    for (const char* way : {"Copy as picture", "Copy as data", "Copy caption"}) {
        QGuiApplication::clipboard()->setText(QStringLiteral("untouched"));
        choose(figure, way);
        EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("untouched")) << way;
        EXPECT_TRUE(window->banner().sentences().front().contains(reason)) << way;
    }
    window->exportDialog().offer(nullptr);
    const auto labels = window->exportDialog().findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [&](const QLabel* label) { return label->text() == reason; }));
    exportTo(pathOf("grey.csv"));
    EXPECT_TRUE(window->banner().sentences().front().contains(reason));
    EXPECT_FALSE(QFile::exists(pathOf("grey.csv")));
    const views::TableWindow numbers(workspace(), figure.kind(), window.get());
    EXPECT_FALSE(numbers.table().isEnabled());
    window->undo();
    window->figures().refreshNow();
    choose(figure, "Copy as data");
    EXPECT_NE(QGuiApplication::clipboard()->text(), QStringLiteral("untouched"));
    exportTo(pathOf("present.csv"));
    EXPECT_FALSE(QDir(m_home.path()).entryList({QStringLiteral("present-*.csv")}).isEmpty());
}

TEST_F(WindowData, ADocumentThatNeedsATableWaitsForIt)
{
    window->fileCommands().openPath(write("needs.deltascope", kNeedsATable));
    ASSERT_TRUE(settle());
    ASSERT_TRUE(workspace().snapshot().failure);
    EXPECT_TRUE(window->banner().says(QStringLiteral("data"))) << said().toStdString();
    expectGrey(true, text::toText(workspace().snapshot().failure->what));
    readFrom(pathOf("nothing.csv"));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(said().contains(pathOf("nothing.csv"))) << said().toStdString();
    readFrom(write("bad.csv", "a,b\n1,x\n2\n"));
    ASSERT_TRUE(waitFor([&] { return said().contains(pathOf("bad.csv")); })) << said().toStdString();
    expectGrey(true, text::toText(workspace().snapshot().failure->what));
    readFrom(write("good.csv", table(60)));
    ASSERT_TRUE(settle());
    ASSERT_FALSE(workspace().snapshot().failure) << said().toStdString();
    EXPECT_FALSE(window->banner().says(QStringLiteral("data")));
    EXPECT_TRUE(workspace().shownState(results::needs<evaluation::Evaluation>()).current);
    window->figures().refreshNow();
    for (const views::FigureView* view : window->figures().views())
        EXPECT_TRUE(view->plot().veil().isEmpty()) << view->kind().id;
}

TEST_F(WindowData, AFileOnTheCommandLineThatIsNotThereIsNamed)
{
    Arguments arguments;
    arguments.data = pathOf("nowhere");
    window->start(arguments);
    EXPECT_TRUE(said().contains(pathOf("nowhere"))) << said().toStdString();
    arguments.file = write("needs.deltascope", kNeedsATable);
    arguments.data = pathOf("nowhere.csv");
    window->start(arguments);
    ASSERT_TRUE(settle());
    QCoreApplication::processEvents();
    EXPECT_TRUE(said().contains(pathOf("nowhere.csv"))) << said().toStdString();
    EXPECT_TRUE(window->banner().says(QStringLiteral("data")));
}

TEST_F(WindowData, ATrainingWithoutDataEndsWithTheReason)
{
    put("data", std::string("csv"));
    const QString reason = text::toText(workspace().snapshot().failure->what);
    window->banner().putAway(QStringLiteral("data"));
    workspace().training().run();
    ASSERT_TRUE(waitFor([&] { return !workspace().training().isRunning(); }));
    EXPECT_TRUE(window->banner().says(QStringLiteral("data"))) << "asked for again";
    ASSERT_TRUE(workspace().training().failure());
    const auto* state = window->findChild<QWidget*>(QStringLiteral("training"));
    const auto labels = state->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [&](const QLabel* label) { return label->toolTip().contains(reason); }));
    window->undo();
    EXPECT_FALSE(workspace().training().failure());
}

TEST_F(WindowData, APinWithoutDataIsNamed)
{
    model::Scenario pinned = workspace().scenario();
    pinned.data = "csv";
    workspace().setPins({{"own", pinned}});
    ASSERT_TRUE(waitFor([&] { return window->banner().says(QStringLiteral("data")); }));
    EXPECT_TRUE(said().contains(QStringLiteral("own")));
    const auto chips = window->pins().findChildren<QToolButton*>();
    ASSERT_EQ(chips.size(), 1);
    EXPECT_NE(chips.front()->text(), QStringLiteral("own"));
    EXPECT_FALSE(chips.front()->accessibleDescription().isEmpty());
    EXPECT_TRUE(workspace().shownState(results::needs<evaluation::Evaluation>()).current)
        << "the scenario itself has results";
    workspace().setPins({});
    EXPECT_FALSE(window->banner().says(QStringLiteral("data")));
}

// A result that takes long: what is shown meanwhile is of the scenario before.
TEST_F(WindowData, AFigureThatIsBehindIsGrey)
{
    model::Scenario heavy;
    heavy.depth = 24;
    heavy.width = heavy.inputs = 1024;
    heavy.data = "gaussian";
    heavy.initializer = "orthogonal"; // of each layer a QR decomposition
    workspace().store().edit(QStringLiteral("heavy"), heavy);
    window->figures().refreshNow();
    const results::Needs whole = results::needs<evaluation::Evaluation>();
    EXPECT_FALSE(workspace().shownState(whole).current);
    EXPECT_TRUE(workspace().refusal(whole));
    views::FigureView* speeds = nullptr;
    for (views::FigureView* view : window->figures().views())
        if (view->kind().needs().wants(results::kindOf<evaluation::Evaluation>()))
            speeds = view;
    ASSERT_TRUE(speeds);
    ASSERT_TRUE(waitFor([&] { return !speeds->plot().veil().isEmpty(); }));
    EXPECT_EQ(speeds->plot().accessibleDescription(), speeds->plot().veil());
    EXPECT_TRUE(words().contains(speeds->plot().veil())) << words().toStdString();
    window->undo();
    window->figures().refreshNow();
    EXPECT_TRUE(speeds->plot().veil().isEmpty());
    EXPECT_TRUE(workspace().shownState(whole).current);
}

TEST_F(WindowData, SizesFollowTheChosenDataInTheSameStep)
{
    const model::Scenario start = workspace().scenario();
    for (const char* id : {"digits", "mnist", "xor", "identity"}) {
        QComboBox& list = *window->findChild<controls::ChoiceControl*>(QStringLiteral("data"))->list();
        list.setCurrentIndex(list.findData(QLatin1String(id)));
        emit list.activated(list.currentIndex());
        EXPECT_EQ(workspace().scenario(), parameters::withData(start, id)) << said().toStdString();
        EXPECT_EQ(list.currentData().toString(), QLatin1String(id)) << "it does not spring back";
        EXPECT_EQ(workspace().store().history().index(), 1) << "one step";
        window->undo();
        EXPECT_EQ(workspace().scenario(), start);
    }
}

TEST_F(WindowData, SizesFollowATableInTheSameStep)
{
    const model::Scenario start = workspace().scenario();
    readFrom(write("good.csv", table(60)));
    put("data", std::string("csv"));
    ASSERT_TRUE(waitFor([&] { return workspace().scenario().inputs == 4; })) << said().toStdString();
    EXPECT_EQ(workspace().store().history().count(), 1);
    ASSERT_TRUE(settle());
    EXPECT_FALSE(workspace().snapshot().failure) << said().toStdString();
    window->undo();
    EXPECT_EQ(workspace().scenario(), start);
    window->redo();
    EXPECT_EQ(workspace().scenario().inputs, 4);
}

// The banner's other button: a document's sizes are not those of the file.
TEST_F(WindowData, SizesOfAFileAreOffered)
{
    readFrom(write("good.csv", table(60)));
    window->fileCommands().openPath(
        write("other.deltascope", QByteArray(kNeedsATable).replace("\"inputs\":4", "\"inputs\":9")));
    ASSERT_TRUE(waitFor([&] { return window->banner().says(QStringLiteral("data")); }));
    EXPECT_EQ(workspace().scenario().inputs, 9) << "a document is not changed unasked";
    const auto buttons = window->banner().findChildren<QPushButton*>();
    ASSERT_EQ(buttons.size(), 2);
    buttons.front()->click();
    ASSERT_TRUE(waitFor([&] { return workspace().scenario().inputs == 4; }));
    ASSERT_TRUE(waitFor([&] { return !window->banner().says(QStringLiteral("data")); }));
    EXPECT_TRUE(workspace().store().canUndo());
}

} // namespace window_data_test
