// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/places.h"
#include "files/scratch_file.h"
#include "files/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <array>
#include <numeric>

using namespace deltascope;

namespace places_test {

void makeFile(const QString& path)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
}

TEST(Places, ArePortableOnlyWhereAFileSaysSo)
{
    const QTemporaryDir stick;
    EXPECT_EQ(files::portableFolder(stick.path()), QString());
    ASSERT_TRUE(QDir(stick.path()).mkdir(QStringLiteral("portable"))); // a folder says nothing
    EXPECT_EQ(files::portableFolder(stick.path()), QString());
    ASSERT_TRUE(QDir(stick.path()).rmdir(QStringLiteral("portable")));
    makeFile(stick.filePath(QStringLiteral("portable")));
    EXPECT_EQ(files::portableFolder(stick.path()), stick.filePath(QStringLiteral("settings")));
}

TEST(Places, AreAboveTheFolderOfProgramsOnlyWhereThatIsCalledBin)
{
    const QTemporaryDir stick;
    makeFile(stick.filePath(QStringLiteral("portable")));
    EXPECT_EQ(files::portableFolder(stick.filePath(QStringLiteral("bin"))), stick.filePath(QStringLiteral("settings")));
    EXPECT_EQ(files::portableFolder(stick.filePath(QStringLiteral("programs"))), QString());
}

#if defined(Q_OS_UNIX) // on Windows Qt knows no other place than the registry
TEST(Places, OfQtsOwnDialogsAreBesideAPortableProgram)
{
    const auto placeOfDialogs = [] { return QSettings(QSettings::UserScope, QStringLiteral("QtProject")).fileName(); };
    const QString before = placeOfDialogs();
    files::keepQtSettings({}); // not portable
    EXPECT_EQ(placeOfDialogs(), before);
    const QTemporaryDir stick;
    files::keepQtSettings(stick.path());
    EXPECT_EQ(placeOfDialogs(), stick.filePath(QStringLiteral("QtProject.conf")));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QFileInfo(before).path());
}
#endif

TEST(ScratchFile, KeepsWhatIsWrittenAndShowsNobody)
{
    const QTemporaryDir folder;
    files::ScratchFile file(folder.path());
    std::array<int, 1000> numbers{}, back{};
    std::iota(numbers.begin(), numbers.end(), -500);
    ASSERT_TRUE(file.write(numbers.data(), sizeof numbers, 12));
    ASSERT_EQ(file.read(back.data(), sizeof back, 12), static_cast<std::ptrdiff_t>(sizeof back));
    EXPECT_EQ(back, numbers);
    EXPECT_EQ(file.read(back.data(), sizeof back, 12 + sizeof numbers), 0);
#if defined(Q_OS_UNIX)
    EXPECT_TRUE(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
#endif
}

TEST(ScratchFile, FailsWhereThereIsNoFolder)
{
    files::ScratchFile file(QStringLiteral("/nowhere/at/all"));
    const int number = 1;
    EXPECT_FALSE(file.write(&number, sizeof number, 0));
}

} // namespace places_test
