// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs from a table: what is shown of it, what may be said otherwise, and the one undo step that it becomes.
#include "app/support/window_fixture.h"

#include "window/dialogs/table_sheet.h"
#include "window/file_commands.h"
#include "window/widgets/choice_box.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QUrl>

using namespace deltascope;

namespace table_sheet_test {

class TableSheet : public WindowTest {
protected:
    TableSheet()
    {
        workspace().setPreferences({.language = "en"}); // whatever the system speaks
    }

    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(pathOf(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return pathOf(name);
    }
    dialogs::TableSheet* sheet() { return window->findChild<dialogs::TableSheet*>(); }
    dialogs::TableSheet& open(const QString& path)
    {
        window->fileCommands().openPath(path);
        EXPECT_TRUE(sheet() && sheet()->isVisible());
        settle();
        return *sheet();
    }
    void settle()
    {
        EXPECT_TRUE(waitFor([&] { return !sheet()->isReading(); }));
    }
    void choose(const char* label, const char* id)
    {
        for (auto* box : sheet()->findChildren<widgets::ChoiceBox*>())
            if (box->accessibleName() == QLatin1String(label)) {
                const int place = box->findData(QLatin1String(id)) >= 0 ? box->findData(QLatin1String(id))
                                                                        : box->findText(QLatin1String(id));
                ASSERT_GE(place, 0) << label << id;
                box->setCurrentIndex(place);
                emit box->activated(place);
                settle();
                return;
            }
        FAIL() << label;
    }
    std::string sentence() { return sheet()->sentence().toStdString(); }
    QString shown(int row, int column)
    {
        const QAbstractItemModel* model = sheet()->findChild<QTableView*>()->model();
        return model->index(row, column).data().toString();
    }
};

constexpr const char* kIris = "row;species;length;width\n1;setosa;5,1;3,5\n2;setosa;4,9;3\n3;virginica;6,3;3,3\n"
                              "4;virginica;5,8;2,7\n5;setosa;4,7;?\n6;virginica;7,1;3\n";

TEST_F(TableSheet, ShowsATableAsItIsUnderstoodAndTakesItOverInOneStep)
{
    const model::Scenario before = workspace().scenario();
    const int steps = workspace().store().history().count();
    open(write("iris.csv", kIris));
    EXPECT_EQ(sentence(),
        "“iris.csv”: 5 rows, 2 inputs, 2 classes (setosa, virginica) from the column “species”; the column “row” "
        "numbers "
        "the rows and is left out; 1 row with missing values is left out.");
    EXPECT_EQ(shown(0, 2), QStringLiteral("5.1"));
    EXPECT_EQ(shown(4, 3), QStringLiteral("–"));
    EXPECT_EQ(workspace().scenario(), before); // nothing before it is taken over
    sheet()->findChild<QSpinBox*>()->setValue(2);
    ASSERT_TRUE(sheet()->takeOver());
    EXPECT_FALSE(sheet()->isVisible());
    const model::Scenario& now = workspace().scenario();
    EXPECT_EQ(now.data, "csv");
    EXPECT_EQ(now.inputs, 2);
    EXPECT_EQ(now.outputs, 2);
    EXPECT_EQ(now.examples, 3);
    EXPECT_EQ(now.holdout, 2);
    EXPECT_EQ(now.table, model::TableSetting{});
    EXPECT_EQ(workspace().store().history().count(), steps + 1);
    EXPECT_TRUE(waitFor([&] { return workspace().snapshot().data != nullptr; }));
    EXPECT_EQ(workspace().snapshot().data->classes.size(), 2u);
    window->undo();
    EXPECT_EQ(workspace().scenario(), before);
    window->redo();
    EXPECT_EQ(workspace().scenario().inputs, 2);
}

TEST_F(TableSheet, WhatWasFoundIsWholeInItsBoxesInEveryLanguage)
{
    for (const char* language : {"en", "pt_BR"}) {
        workspace().setPreferences({.language = language});
        QCoreApplication::processEvents();
        open(write("iris.csv", kIris));
        QCoreApplication::processEvents();
        int choices = 0;
        for (auto* box : sheet()->findChildren<widgets::ChoiceBox*>())
            if (box->isVisible()) {
                EXPECT_EQ(box->shownText(), box->currentText()) << language;
                ++choices;
            }
        EXPECT_GE(choices, 7);
        EXPECT_LE(sheet()->width(), 1024);
        sheet()->reject();
    }
}

TEST_F(TableSheet, WhatIsSaidIsReadAtOnce)
{
    open(write("iris.csv", kIris));
    choose("Target column", "width");
    EXPECT_NE(sentence().find("the number in the column “width” as target"), std::string::npos) << sentence();
    choose("Target scaled", "min_max");
    choose("Inputs scaled", "none");
    choose("Examples drawn", "file_order");
    choose("Target is", "classes");
    EXPECT_NE(sentence().find("4 classes (2.7, 3, 3.3, 3.5)"), std::string::npos) << sentence();
    choose("Decimal mark", "point");
    EXPECT_FALSE(sheet()->takeOver()) << sentence(); // 5,1 is no number then
    choose("Decimal mark", "found");
    choose("Target is", "number");
    auto* columns = sheet()->findChild<QListWidget*>();
    columns->item(0)->setCheckState(Qt::Checked); // the row numbers, after all
    settle();
    EXPECT_NE(sentence().find("2 inputs"), std::string::npos) << sentence();
    ASSERT_TRUE(sheet()->takeOver());
    const model::TableSetting& table = workspace().scenario().table;
    EXPECT_EQ(table.target, "width");
    EXPECT_EQ(table.leaveOut, std::vector<std::string>{"species"});
    EXPECT_EQ(table.targetAs, "number");
    EXPECT_EQ(table.scale, "none");
    EXPECT_EQ(table.targetScale, "min_max");
    EXPECT_EQ(table.draw, "file_order");
    EXPECT_EQ(table.decimalMark, "found");
    EXPECT_EQ(workspace().scenario().outputs, 1);
    window->fileCommands().openPath(pathOf("iris.csv")); // the same file again: as it was said
    settle();
    EXPECT_NE(sentence().find("as target"), std::string::npos) << sentence();
    for (auto* button : sheet()->findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("&As found"))
            button->click();
    settle();
    EXPECT_NE(sentence().find("2 classes (setosa, virginica)"), std::string::npos) << sentence();
}

TEST_F(TableSheet, WhatCannotBeReadIsSaidAndNotTaken)
{
    const model::Scenario before = workspace().scenario();
    open(write("page.csv", "<!DOCTYPE html><html>404</html>"));
    EXPECT_NE(sentence().find("it is a web page"), std::string::npos) << sentence();
    EXPECT_FALSE(sheet()->takeOver());
    open(write("constant.csv", "1,2,0\n3,4,0\n5,6,0\n"));
    EXPECT_NE(sentence().find("cannot be the target"), std::string::npos) << sentence();
    EXPECT_EQ(shown(0, 0), QStringLiteral("1")); // the cells are there all the same
    choose("Target column", "column 1");
    EXPECT_NE(sentence().find("as target"), std::string::npos) << sentence();
    EXPECT_EQ(workspace().scenario(), before);
}

TEST_F(TableSheet, ADropAndTheChoiceOfATableOpenIt)
{
    const QString path = write("iris.csv", kIris);
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(path)});
    window->fileCommands().openDropped(dropped);
    ASSERT_TRUE(sheet());
    settle();
    ASSERT_TRUE(sheet()->takeOver());
    put("data", std::string("constant"));
    const int steps = workspace().store().history().count();
    put("data", std::string("csv")); // the file is known
    EXPECT_TRUE(sheet()->isVisible());
    settle();
    sheet()->findChild<QSpinBox*>()->setValue(1);
    ASSERT_TRUE(sheet()->takeOver());
    EXPECT_EQ(workspace().scenario().holdout, 1);
    EXPECT_EQ(workspace().store().history().count(), steps + 1); // with the choice one step
    EXPECT_TRUE(window::FileCommands::isTable(path));
    EXPECT_FALSE(window::FileCommands::isTable(write("figure.csv", "# deltascope-scenario: {}\n1,2\n")));
    EXPECT_FALSE(window::FileCommands::isTable(write("a.deltascope", "{}")));
    EXPECT_FALSE(window::FileCommands::isTable(pathOf("gone.csv")));
}

} // namespace table_sheet_test
