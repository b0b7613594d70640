// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of the user's: opened, looked at, taken as one undo step, waited for, and written for other programs.
#include "app/support/window_fixture.h"

#include "core/imported/files.h"
#include "documents/document_json.h"
#include "documents/with_network.h"
#include "reports/network_format.h"
#include "text/language.h"
#include "window/dialogs/network_dialog.h"
#include "window/file_commands.h"
#include "window/network_commands.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>
#include <QUrl>

using namespace deltascope;
using namespace deltascope::window;

namespace window_network_test {

/// 2 : 3 : 1, and an array that is none of a layer.
std::string bytesOf(double first = 0.5)
{
    return imported::safetensorsOf(
        {{"0.weight", {3, 2}, {first, -0.5, 1, 0.75, -1.25, 0.5}}, {"0.bias", {3}, {0.1, 0.2, 0.3}},
            {"2.weight", {1, 3}, {1, 2, -1}}, {"2.bias", {1}, {0.5}}, {"step", {1}, {7}}});
}

class WindowNetwork : public WindowTest {
protected:
    WindowNetwork()
    {
        workspace().setPreferences({.language = "en"}); // whatever the system speaks
    }

    QString write(const char* name, const std::string& bytes)
    {
        QFile file(pathOf(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(bytes));
        return pathOf(name);
    }
    dialogs::NetworkDialog* dialog() { return window->findChild<dialogs::NetworkDialog*>(); }
    dialogs::NetworkDialog& opened(const QString& path)
    {
        window->fileCommands().openPath(path);
        EXPECT_TRUE(waitFor([&] { return dialog() != nullptr; }));
        return *dialog();
    }
    QString said() const { return window->banner().sentences().join(QLatin1Char('\n')); }
    bool settle()
    {
        return waitFor([&] {
            return workspace().snapshot().failure || !workspace().computing(results::needs<evaluation::Evaluation>());
        });
    }
};

TEST_F(WindowNetwork, ShowsWhatBecameWhatAndIsOneUndoStep)
{
    const model::Scenario before = workspace().scenario();
    dialogs::NetworkDialog& shown = opened(write("mlp.safetensors", bytesOf()));
    const auto* arrays = shown.findChild<QTreeWidget*>();
    ASSERT_EQ(arrays->topLevelItemCount(), 5);
    EXPECT_EQ(arrays->topLevelItem(0)->text(0), QStringLiteral("0.weight"));
    EXPECT_EQ(arrays->topLevelItem(0)->text(1), QStringLiteral("3 × 2"));
    EXPECT_EQ(arrays->topLevelItem(2)->text(2), QStringLiteral("weights of layer 2"));
    EXPECT_TRUE(arrays->topLevelItem(4)->text(2).startsWith(QStringLiteral("left out: ")));
    EXPECT_TRUE(arrays->topLevelItem(4)->font(0).italic() && !arrays->topLevelItem(0)->font(0).italic());
    EXPECT_EQ(workspace().scenario(), before) << "only looked at";
    const auto boxes = shown.findChildren<QComboBox*>();
    ASSERT_EQ(boxes.size(), 2);
    EXPECT_EQ(boxes[1]->currentData().toString(), QStringLiteral("identity"));
    boxes[0]->setCurrentIndex(boxes[0]->findData(QStringLiteral("tanh")));
    shown.accept();
    const model::Scenario after = workspace().scenario();
    EXPECT_EQ(after.initializer, model::kFromFile);
    EXPECT_EQ(after.network.file, "mlp.safetensors");
    EXPECT_EQ(after.activation, "tanh");
    EXPECT_EQ(after.outputActivation, "identity");
    EXPECT_EQ(after.inputs, 2);
    ASSERT_TRUE(settle());
    ASSERT_TRUE(workspace().snapshot().network) << said().toStdString();
    EXPECT_EQ(workspace().snapshot().network->weights(1)(0, 0), 0.5);
    window->undo();
    EXPECT_EQ(workspace().scenario(), before) << "in one step";
    window->redo();
    EXPECT_EQ(workspace().scenario(), after);
    ASSERT_TRUE(settle());
    EXPECT_FALSE(workspace().snapshot().failure) << "it is still open";
}

TEST_F(WindowNetwork, SizesThatTheDataCannotHaveBringRandomInputs)
{
    put("data", std::string("xor"));
    dialogs::NetworkDialog& shown = opened(write("mlp.safetensors",
        imported::safetensorsOf(
            {{"w1", {3, 5}, std::vector<double>(15, 0.5)}, {"w2", {2, 3}, std::vector<double>(6, 1)}})));
    const auto labels = shown.findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("random ones"));
    }));
    shown.accept();
    EXPECT_EQ(workspace().scenario().data, "gaussian");
    EXPECT_EQ(workspace().scenario().inputs, 5);
}

TEST_F(WindowNetwork, ADocumentAsksForTheFileThatItIsAbout)
{
    const auto network = *imported::importNetwork(bytesOf(), "mlp.safetensors");
    const QString path = write("mlp.safetensors", bytesOf()), other = write("other.safetensors", bytesOf(2));
    workspace().show({.scenario = *documents::withNetwork({}, network)});
    ASSERT_TRUE(settle());
    EXPECT_TRUE(said().contains(QStringLiteral("“mlp.safetensors” (2:3:1), whose file was not given")))
        << said().toStdString();
    const auto buttons = window->banner().findChildren<QPushButton*>();
    EXPECT_TRUE(std::ranges::any_of(buttons,
        [](const QPushButton* button) { return button->text() == QStringLiteral("Open the file of the network…"); }));
    EXPECT_TRUE(dialog() == nullptr);
    opened(other).reject(); // a look at another one changes nothing
    EXPECT_TRUE(said().contains(QStringLiteral("whose file was not given")));
    delete dialog();
    window->fileCommands().networks().openPath(path);
    ASSERT_TRUE(waitFor([&] { return !workspace().snapshot().failure; })) << said().toStdString();
    EXPECT_FALSE(window->banner().says(QStringLiteral("data")));
    EXPECT_TRUE(dialog() == nullptr) << "nothing is to be chosen";
    EXPECT_EQ(workspace().snapshot().network->weights(1)(0, 0), 0.5);
}

TEST_F(WindowNetwork, AnyNetworkMayBeDroppedAndWhatIsNoneIsSaid)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write("m.npz", "no archive"))});
    window->fileCommands().openDropped(data);
    EXPECT_TRUE(waitFor([&] { return said().contains(QStringLiteral("“m.npz”: ")); })) << said().toStdString();
    data.setUrls({QUrl::fromLocalFile(write("m.pt", "\x80\x02}."))});
    window->fileCommands().openDropped(data);
    EXPECT_TRUE(waitFor([&] { return said().contains(QStringLiteral("numpy.savez('m.npz'")); }));
    EXPECT_TRUE(dialog() == nullptr);
    data.setUrls({QUrl::fromLocalFile(write("n.json", R"({"weights": [[[1]]], "biases": [[2]]})"))});
    window->fileCommands().openDropped(data);
    EXPECT_TRUE(waitFor([&] { return dialog() != nullptr; }));
}

TEST_F(WindowNetwork, LeavesForOtherPrograms)
{
    put("width", 3);
    put("depth", 3);
    QStringList written;
    QObject::connect(&window->fileCommands().networks(), &NetworkCommands::written, window.get(),
        [&](const QStringList& paths) { written += paths; });
    qsizetype files = 0;
    for (const reports::NetworkFormat* format : reports::network_formatsRegistry()) {
        const QString path =
            pathOf(QStringLiteral("out_%1%2")
                       .arg(QString::fromUtf8(format->id.data(), static_cast<qsizetype>(format->id.size())),
                           QString::fromUtf8(format->suffix.data(), static_cast<qsizetype>(format->suffix.size())))
                       .toUtf8()
                       .constData());
        window->fileCommands().networks().exportTo(*format, path);
        files += format->numbersBeside ? 2 : 1;
        EXPECT_TRUE(waitFor([&] { return written.size() == files; })) << said().toStdString();
        EXPECT_TRUE(QFile::exists(path)) << path.toStdString();
    }
    QMenu menu;
    window->fileCommands().networks().fillExport(menu);
    ASSERT_EQ(menu.actions().size(), static_cast<qsizetype>(reports::network_formatsRegistry().size()));
    EXPECT_TRUE(menu.actions().front()->isEnabled());
    put("dropout", 0.5);
    window->fileCommands().networks().fillExport(menu);
    EXPECT_FALSE(menu.actions().front()->isEnabled());
    EXPECT_TRUE(menu.actions().front()->toolTip().contains(QStringLiteral("dropout"))) << "and why";
}

} // namespace window_network_test
