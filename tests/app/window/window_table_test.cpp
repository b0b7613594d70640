// SPDX-License-Identifier: GPL-3.0-or-later
// How a table was understood is said in the window.
#include "app/support/window_fixture.h"
#include "text/language.h"

#include <QFile>

namespace deltascope::window {
namespace window_table_test {

class WindowTable : public WindowTest {
protected:
    void openTable(const char* name, const QByteArray& text)
    {
        QFile file(pathOf(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        workspace().setDataFolder({file.fileName().toStdString()});
    }
    bool says(const char* text)
    {
        return waitFor([&] {
            const auto& data = workspace().snapshot().data;
            return data && data->understood && plainText(*data->understood) == text
                && window->banner().sentences().join(u'\n').contains(text::toText(*data->understood));
        });
    }
};

TEST_F(WindowTable, HowItWasUnderstoodIsSaidOnce)
{
    model::Scenario scenario;
    scenario.data = "csv";
    scenario.inputs = 2;
    scenario.outputs = 2;
    openTable("iris.csv", "length,width,species\n5.1,3.5,setosa\n7,3.2,versicolor\n?,3,setosa\n6.3,3.3,versicolor\n");
    workspace().store().reset(scenario);
    ASSERT_TRUE(
        says("“iris.csv”: 3 rows, 2 inputs, 2 classes (setosa, versicolor) from the column “species”; 1 row with "
             "missing values is left out."));
    EXPECT_EQ(workspace().snapshot().data->classes, (std::vector<std::string>{"setosa", "versicolor"}));
    window->banner().putAwayOfDocument(); // as a document that reads it is opened
    EXPECT_TRUE(window->banner().says(QStringLiteral("table")));
    window->banner().putAway(QStringLiteral("table"));
    put("examples", 2); // the same table
    ASSERT_TRUE(waitFor([&] { return workspace().snapshot().data && workspace().snapshot().data->examples() == 2; }));
    EXPECT_FALSE(window->banner().says(QStringLiteral("table")));
    workspace().setPreferences({.language = "en"}); // whatever the system speaks
    openTable("constant.csv", "a,b,y\n1,2,0\n2,2,1\n3,2,0\n4,2,1\n");
    ASSERT_TRUE(waitFor([&] {
        return window->banner().sentences().join(u'\n').contains(
            QStringLiteral("The column b is the same in every row and tells nothing."));
    }));
    openTable("numbers.csv", "a,b,y\n1,2,0\n2,3,1\n3,4,0\n4,5,1\n");
    ASSERT_TRUE(says("“numbers.csv”: 4 rows, 2 inputs, 2 classes (0, 1) from the column “y”."));
    put("data", std::string("gaussian"));
    EXPECT_TRUE(waitFor([&] {
        return !window->banner().says(QStringLiteral("table"))
            && !window->banner().says(QStringLiteral("data remarks"));
    }));
}

} // namespace window_table_test
} // namespace deltascope::window
