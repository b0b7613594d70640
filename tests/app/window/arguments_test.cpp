// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/theme.h"
#include "text/language.h"
#include "window/arguments.h"

#include <gtest/gtest.h>

using namespace deltascope;
using namespace deltascope::window;

namespace arguments_test {

Result<Arguments> read(const QStringList& arguments)
{
    return readArguments(arguments);
}

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

TEST(Arguments, EachIsRead)
{
    const auto all = read(words("--preset explosion --lang=pt_BR --theme dark a.deltascope"));
    ASSERT_TRUE(all);
    EXPECT_EQ(all->preset, QStringLiteral("explosion"));
    EXPECT_EQ(all->language, QStringLiteral("pt_BR"));
    EXPECT_EQ(all->theme, QStringLiteral("dark"));
    EXPECT_EQ(all->file, QStringLiteral("a.deltascope"));
    EXPECT_TRUE(read(words("--help"))->help);
    EXPECT_TRUE(read(words("--version"))->version);
    EXPECT_EQ(*read({}), Arguments());
}

TEST(Arguments, OptionsOfQtArePassedOver)
{
    EXPECT_EQ(read(words("-platform offscreen -style fusion x.png"))->file, QStringLiteral("x.png"));
    EXPECT_TRUE(displayAvailable(words("-platform offscreen")));
}

TEST(Arguments, AfterTwoDashesEverythingIsAFile)
{
    EXPECT_EQ(read(words("-- --help"))->file, QStringLiteral("--help"));
}

TEST(Arguments, TwoFilesStandSideBySide)
{
    const auto both = read(words("a.deltascope --lang en b.svg"));
    ASSERT_TRUE(both);
    EXPECT_EQ(both->file, QStringLiteral("a.deltascope"));
    EXPECT_EQ(both->beside, QStringLiteral("b.svg"));
}

TEST(Arguments, WrongUsageIsOneSentenceThatNamesIt)
{
    for (const char* line :
        {"--nonsense", "a b c", "--preset", "--lang", "--theme=", "--preset a --preset b", "-platform"}) {
        const auto result = read(words(line));
        ASSERT_FALSE(result) << line;
        EXPECT_EQ(result.error().fault, Fault::usage) << line;
    }
    EXPECT_NE(plainText(read(words("--nonsense")).error().what).find("--nonsense"), std::string::npos);
    EXPECT_FALSE(read({QString()}));
}

TEST(Arguments, HelpOffersWhatExistsAndNothingElse)
{
    QStringList known = text::availableLanguages();
    known << render::themeIds();
    for (const QString& id : known)
        EXPECT_TRUE(helpText().contains(id)) << qPrintable(id);
    EXPECT_EQ(
        helpText().contains(QStringLiteral("pt_BR")), text::availableLanguages().contains(QStringLiteral("pt_BR")));
    EXPECT_FALSE(helpText().contains(QStringLiteral("…")));
    EXPECT_FALSE(helpText().contains(u'%'));
}

TEST(Arguments, UnknownNamesListTheKnownOnes)
{
    const auto error = checkArguments(*read(words("--theme mauve")));
    ASSERT_TRUE(error);
    EXPECT_NE(plainText(error->what).find("dark"), std::string::npos);
    EXPECT_TRUE(checkArguments(*read(words("--preset nothing"))));
    EXPECT_TRUE(checkArguments(*read(words("--preset explosion a.deltascope"))));
    EXPECT_TRUE(checkArguments(*read(words("--lang xx"))));
    EXPECT_FALSE(checkArguments(*read(words("--lang system --theme light"))));
}

} // namespace arguments_test
