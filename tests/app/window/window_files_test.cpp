// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/window_fixture.h"

#include "documents/link.h"
#include "files/recent_files.h"
#include "files/settings.h"
#include "window/dialogs/export_dialog.h"
#include "window/file_commands.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QMessageBox>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

using namespace deltascope;
using namespace deltascope::window;

namespace window_files_test {

class WindowFiles : public WindowTest {
protected:
    void write(const char* name, const QByteArray& bytes)
    {
        QFile file(pathOf(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QMessageBox* question()
    {
        QCoreApplication::processEvents();
        const auto boxes = window->findChildren<QMessageBox*>();
        return boxes.isEmpty() ? nullptr : boxes.front();
    }
};

TEST_F(WindowFiles, WhatIsSavedOpensAsItWas)
{
    put("weight", 7.5);
    window->pins().pinPresent();
    put("depth", 9);
    EXPECT_TRUE(window->file().modified());
    EXPECT_TRUE(window->isWindowModified());
    const model::Document saved = workspace().document();
    ASSERT_FALSE(window->file().save(pathOf("a.deltascope")));
    EXPECT_FALSE(window->file().modified());
    EXPECT_TRUE(window->windowTitle().contains(QStringLiteral("a.deltascope")));
    put("depth", 3);
    ASSERT_FALSE(window->file().open(pathOf("a.deltascope")));
    EXPECT_EQ(workspace().document(), saved);
    EXPECT_FALSE(workspace().store().canUndo());
}

TEST_F(WindowFiles, UndoingToTheSavedStateIsNoLongerModified)
{
    put("weight", 7.5);
    EXPECT_TRUE(window->file().modified());
    window->undo();
    EXPECT_FALSE(window->file().modified());
}

TEST_F(WindowFiles, ABadFileIsASentenceAndChangesNothing)
{
    write("bad.deltascope", "{\"format\": \"deltascope\", \"schema\": 1, \"depth\": 0}");
    put("weight", 3.0);
    window->undo();
    const model::Document before = workspace().document();
    window->fileCommands().openPath(pathOf("bad.deltascope"));
    ASSERT_FALSE(window->banner().sentences().isEmpty());
    EXPECT_TRUE(window->banner().sentences().front().contains(QStringLiteral("bad.deltascope")));
    EXPECT_EQ(workspace().document(), before);
    window->fileCommands().openPath(pathOf("missing.deltascope"));
    EXPECT_TRUE(window->banner().sentences().front().contains(QStringLiteral("missing.deltascope")));
}

TEST_F(WindowFiles, ALinkThatCouldNotBeOpenedIsNotCopied)
{
    put("weight", 7.5);
    window->fileCommands().copyLink();
    const QString good = QGuiApplication::clipboard()->text();
    const Result<model::Document> linked = documents::readLink(good.toStdString());
    ASSERT_TRUE(linked);
    EXPECT_EQ(linked->scenario.weight, 7.5);

    std::vector<model::LayerSetting> layers;
    for (int layer = 1; layer <= 5000; ++layer)
        layers.push_back({layer, 1.0 / layer, std::nullopt});
    put("depth", 5000);
    put("layers", layers);
    window->fileCommands().copyLink();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), good);
    EXPECT_TRUE(window->banner().sentences().front().contains(
        FileCommands::tr("This document is too long for a link, and the clipboard is as it was: save it instead.")));
}

TEST_F(WindowFiles, WhatIsAcceptedButMustBeSaidIsABanner)
{
    write("small.deltascope", "{\"weight\": 1e-400}");
    window->fileCommands().openPath(pathOf("small.deltascope"));
    EXPECT_EQ(workspace().scenario().weight, 0);
    ASSERT_EQ(window->banner().sentences().size(), 1);
    EXPECT_TRUE(window->banner().sentences().front().contains(QStringLiteral("small.deltascope: weight: 1e-400")));
}

TEST_F(WindowFiles, WhatWasSaidOfADocumentGoesWithIt)
{
    write("small.deltascope", "{\"weight\": 1e-400}");
    window->fileCommands().openPath(pathOf("small.deltascope"));
    const widgets::Notice ofProgram{QStringLiteral("settings"), [] { return QStringLiteral("no home"); }, {}, true};
    window->banner().say(ofProgram);
    workspace().report({Fault::usage, {"not this", {}}});
    ASSERT_EQ(window->banner().sentences().size(), 3);
    window->fileCommands().startNew();
    EXPECT_EQ(window->banner().sentences(), QStringList{QStringLiteral("no home")});
    window->fileCommands().openPath(pathOf("small.deltascope"));
    EXPECT_EQ(window->banner().sentences().size(), 2);
    write(
        "mine.json", R"({"format": "deltascope.lesson", "schema": 1, "title": "Mine", "steps": [{"text": "Look."}]})");
    window->banner().putAway(QStringLiteral("notice 0"));
    window->fileCommands().openPath(pathOf("mine.json")); // no document: nothing is said of the one before again
    EXPECT_EQ(window->banner().sentences().size(), 1);
}

TEST_F(WindowFiles, TheCommandLineWinsOverTheFile)
{
    write("light.deltascope", "{\"weight\": 3, \"view\": {\"theme\": \"light\", \"layer\": 2}}");
    MainWindow next;
    Arguments arguments;
    arguments.file = pathOf("light.deltascope");
    next.start(arguments);
    EXPECT_EQ(next.workspace().preferences().theme, "light");
    arguments.theme = QStringLiteral("dark");
    MainWindow other;
    other.start(arguments);
    EXPECT_EQ(other.workspace().preferences().theme, "dark");
    EXPECT_EQ(other.workspace().question().layer, 2);
    EXPECT_EQ(other.workspace().scenario().weight, 3);
}

TEST_F(WindowFiles, WhatTheReaderLikesIsInNoFileOfTheWindow)
{
    workspace().setPreferences({.theme = "dark", .language = "pt_BR"});
    put("weight", 3.0);
    ASSERT_FALSE(window->file().save(pathOf("shared.deltascope")));
    QFile saved(pathOf("shared.deltascope"));
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    const QByteArray text = saved.readAll();
    EXPECT_TRUE(text.contains("\"schema\": 2")) << text.constData();
    EXPECT_FALSE(text.contains("dark") || text.contains("pt_BR")) << text.constData();
    EXPECT_FALSE(window->file().json().contains("preferences")); // also of a recovery copy
    window->fileCommands().copyLink();
    EXPECT_FALSE(QGuiApplication::clipboard()->text().contains(QStringLiteral("dark")));
}

TEST_F(WindowFiles, SettingsThatCannotBeReadAreOneNotice)
{
    QFile file(files::openSettings()->fileName());
    QDir().mkpath(QFileInfo(file).absolutePath());
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("\x01\x02 no settings\n]]] = [\n");
    file.close();
    MainWindow next;
    next.start({});
    ASSERT_EQ(next.banner().sentences().size(), 1);
    EXPECT_EQ(next.banner().sentences().front(),
        MainWindow::tr("The settings in %1 cannot be read; the defaults are used.").arg(file.fileName()));
    file.remove();
}

TEST_F(WindowFiles, AsksBeforeUnsavedWorkIsLost)
{
    put("weight", 3.0);
    window->fileCommands().startNew();
    QMessageBox* asked = question();
    ASSERT_TRUE(asked);
    asked->button(QMessageBox::Cancel)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(workspace().scenario().weight, 3.0);
    EXPECT_FALSE(window->close());
    asked = question();
    ASSERT_TRUE(asked);
    EXPECT_TRUE(window->isVisible());
    asked->button(QMessageBox::Discard)->click();
    EXPECT_FALSE(window->isVisible());
}

TEST_F(WindowFiles, AsksInTheLanguageOfTheWindow)
{
    workspace().setPreferences({.language = "pt_BR"});
    QCoreApplication::processEvents();
    put("weight", 3.0);
    window->fileCommands().startNew();
    const QMessageBox* asked = question();
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->button(QMessageBox::Save)->text(), QStringLiteral("&Salvar"));
    EXPECT_EQ(asked->button(QMessageBox::Discard)->text(), QStringLiteral("&Descartar"));
    EXPECT_EQ(asked->button(QMessageBox::Cancel)->text(), QStringLiteral("Cancelar"));
}

TEST_F(WindowFiles, EveryExportOpensToTheSameDocument)
{
    put("weight", -3.25);
    window->pins().pinPresent();
    put("bias", 0.1);
    const model::Document before = workspace().document();
    for (const char* name : {"f.png", "f.svg", "f.pdf", "f.csv", "f.json"}) {
        window->exportDialog().offer(&window->figures().views()[2]->kind());
        exportTo(pathOf(name));
        workspace().show({});
        ASSERT_FALSE(window->file().open(pathOf(name))) << name;
        EXPECT_EQ(workspace().document(), before) << name;
        EXPECT_TRUE(window->file().path().isEmpty()) << "saving must not write over a picture";
    }
}

TEST_F(WindowFiles, AllFiguresAreOneFileEach)
{
    window->exportDialog().offer(nullptr);
    exportTo(pathOf("all.svg"));
    EXPECT_EQ(QDir(m_home.path()).entryList({QStringLiteral("all-*.svg")}).size(),
        static_cast<qsizetype>(window->figures().views().size()));
    window->banner().putAway(QStringLiteral("export"));
    exportTo(pathOf("nowhere/all.svg"));
    EXPECT_FALSE(window->banner().says(QStringLiteral("export")));
    EXPECT_TRUE(window->banner().says(QStringLiteral("error")));
}

TEST_F(WindowFiles, ExportingAllLeavesTheWindowAliveAndCanBeCancelled)
{
    dialogs::ExportDialog& dialog = window->exportDialog();
    dialog.offer(nullptr);
    const model::Document before = workspace().document();
    dialog.beginWritingTo(pathOf("all.svg"));
    EXPECT_TRUE(dialog.writing());
    put("weight", 9.0); // what is exported is what was seen when it began
    while (dialog.writing())
        QCoreApplication::processEvents();
    const QDir folder(m_home.path());
    const QStringList written = folder.entryList({QStringLiteral("all-*.svg")});
    ASSERT_EQ(written.size(), qsizetype(window->figures().views().size()));
    ASSERT_FALSE(window->file().open(pathOf(written.back().toUtf8().constData())));
    EXPECT_EQ(workspace().document(), before);

    dialog.beginWritingTo(pathOf("few.svg"));
    while (folder.entryList({QStringLiteral("few-*.svg")}).isEmpty())
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    const auto count = [&] { return folder.entryList({QStringLiteral("few-*.svg")}).size(); };
    const qsizetype whenCancelled = count();
    dialog.reject();
    EXPECT_FALSE(dialog.writing());
    EXPECT_TRUE(dialog.isVisible()) << "the first press cancels, the next closes";
    exportTo(pathOf("after.svg")); // behind what was still being written
    EXPECT_LE(count(), whenCancelled + 1);
    dialog.reject();
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(WindowFiles, WarnsWhereAnotherProgramChangedTheFile)
{
    ASSERT_FALSE(window->file().save(pathOf("a.deltascope")));
    EXPECT_FALSE(window->file().changedOnDisk());
    write("a.deltascope", "{\"format\": \"deltascope\", \"schema\": 1, \"depth\": 6}");
    EXPECT_TRUE(window->file().changedOnDisk());
    put("weight", 3.0);
    window->fileCommands().save();
    EXPECT_TRUE(window->banner().says(QStringLiteral("overwrite")));
    EXPECT_TRUE(window->file().modified()) << "nothing was written";
}

TEST_F(WindowFiles, ADropOpensTheFirstReadableAndNamesTheOthers)
{
    ASSERT_FALSE(window->file().save(pathOf("good.deltascope")));
    write("bad.deltascope", "no document");
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(pathOf("bad.deltascope")), QUrl::fromLocalFile(pathOf("good.deltascope"))});
    window->fileCommands().openDropped(files);
    EXPECT_TRUE(window->file().path().endsWith(QStringLiteral("good.deltascope")));
    EXPECT_TRUE(window->banner().sentences().join(QLatin1Char(' ')).contains(QStringLiteral("bad.deltascope")));
    QMimeData address;
    address.setUrls({QUrl(QStringLiteral("https://example.org/a.deltascope"))});
    window->fileCommands().openDropped(address);
    EXPECT_TRUE(window->banner().says(QStringLiteral("error")));
}

TEST_F(WindowFiles, ADropOfAHundredFilesOpensOneAndStaysReadable)
{
    ASSERT_FALSE(window->file().save(pathOf("good.deltascope")));
    QMimeData files;
    QList<QUrl> urls;
    for (int i = 0; i < 100; ++i)
        urls << QUrl::fromLocalFile(pathOf("missing") + QString::number(i));
    files.setUrls(urls << QUrl::fromLocalFile(pathOf("good.deltascope")));
    window->fileCommands().openDropped(files);
    EXPECT_TRUE(window->file().path().endsWith(QStringLiteral("good.deltascope")));
    ASSERT_EQ(window->banner().sentences().size(), 1);
    EXPECT_LT(window->banner().sentences().front().size(), 1000);
}

TEST_F(WindowFiles, ADropOfTextIsRefusedAndChangesNothing)
{
    const model::Document before = workspace().document();
    QMimeData text;
    text.setText(QStringLiteral("{\"depth\": 9}"));
    window->fileCommands().openDropped(text);
    EXPECT_TRUE(window->banner().says(QStringLiteral("error")));
    EXPECT_EQ(workspace().document(), before);
}

TEST_F(WindowFiles, ALongNameDoesNotPushTheWindowOffTheScreen)
{
    const int before = window->minimumSizeHint().width();
    window->fileCommands().openPath(pathOf("") + QString(5000, u'n'));
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->banner().says(QStringLiteral("error")));
    EXPECT_LE(window->minimumSizeHint().width(), std::max(before, 1200));
    EXPECT_EQ(window->width(), 1200);
}

TEST_F(WindowFiles, SavingWhereNothingCanBeWrittenKeepsTheWork)
{
    put("weight", 42.0);
    EXPECT_TRUE(window->file().save(pathOf("nowhere/a.deltascope")));
    EXPECT_TRUE(window->file().save(m_home.path()));
    EXPECT_TRUE(window->file().modified());
    EXPECT_TRUE(window->file().path().isEmpty());
    EXPECT_EQ(workspace().scenario().weight, 42.0);
}

TEST_F(WindowFiles, RemembersTheLastTen)
{
    for (int i = 0; i < 14; ++i)
        files::addRecentFile(pathOf("file") + QString::number(i));
    files::addRecentFile(pathOf("file9"));
    const QStringList recent = files::recentFiles();
    ASSERT_EQ(recent.size(), files::kMostRecentFiles);
    EXPECT_TRUE(recent[0].endsWith(QStringLiteral("file9")));
    EXPECT_EQ(recent.count(recent[0]), 1);
}

TEST_F(WindowFiles, WithoutAHomeItRunsOnAndSaysSoOnce)
{
    qputenv("HOME", "");
    EXPECT_FALSE(files::openSettings());
    MainWindow homeless;
    homeless.start({});
    homeless.show();
    EXPECT_EQ(homeless.banner().sentences().size(), 1);
    homeless.close();
}

TEST_F(WindowFiles, WhatAKilledSessionLeftIsOffered)
{
    put("weight", 42.0);
    const model::Scenario lost = workspace().scenario();
    {
        // Like a killed process: the copy stays, its lock does not.
        storage::Recovery session(window->file());
        session.saveAndKeep();
    }
    auto found = storage::Recovery::lostSessions();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().document.scenario, lost);
    MainWindow next;
    next.start({});
    EXPECT_TRUE(next.banner().says(QStringLiteral("recovery")));
    storage::Recovery::forget(found.front());
    EXPECT_TRUE(storage::Recovery::lostSessions().empty());
}

TEST_F(WindowFiles, AnUnreadableRecoveryCopyIsMovedAside)
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/deltascope/recovery");
    QDir().mkpath(folder);
    QFile file(folder + QStringLiteral("/x.deltascope"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("garbage");
    file.close();
    EXPECT_TRUE(storage::Recovery::lostSessions().empty());
    EXPECT_FALSE(file.exists());
    EXPECT_EQ(QDir(folder).entryList({QStringLiteral("*.unreadable")}).size(), 1);
}

} // namespace window_files_test
