// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog shows the page as it will be written.
#include "app/support/window_fixture.h"

#include "render/export/export.h"
#include "render/export/page_sizes.h"
#include "text/language.h"
#include "window/dialogs/export_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace deltascope {
namespace window_export_test {

class WindowExport : public WindowTest {
protected:
    WindowExport()
    {
        workspace().setPreferences({.language = "en"});
        dialog().offer(&window->figures().views()[0]->kind());
        dialog().refreshPreview();
    }

    dialogs::ExportDialog& dialog() { return window->exportDialog(); }

    void choose(const QString& words)
    {
        for (QComboBox* list : dialog().findChildren<QComboBox*>())
            if (const int index = list->findText(words); index >= 0) {
                list->setCurrentIndex(index);
                emit list->activated(index);
                dialog().refreshPreview();
                return;
            }
        FAIL() << words.toStdString();
    }

    void tick(const QString& words, bool on)
    {
        for (QCheckBox* box : dialog().findChildren<QCheckBox*>())
            if (box->text().remove(u'&') == words) {
                box->setChecked(on);
                dialog().refreshPreview();
                return;
            }
        FAIL() << words.toStdString();
    }

    QImage shown() { return dialog().preview().picture(); }
};

TEST_F(WindowExport, ThePageIsShownAtItsTrueSizeWhereThereIsRoom)
{
    choose(QStringLiteral("One column, 84 × 60 mm"));
    dialog().resize(1300, 900);
    QCoreApplication::processEvents();
    ASSERT_FALSE(shown().isNull());
    EXPECT_EQ(dialog().preview().scale(), 1);
    EXPECT_EQ(shown().deviceIndependentSize().toSize(), QSize(317, 227)); // 84 and 60 mm at 96 dots an inch
    EXPECT_EQ(dialog().preview().words(), u"84 × 60 mm, type 8 pt, shown at 100 %");
    choose(QStringLiteral("Slide, 254 × 143 mm"));
    EXPECT_LT(dialog().preview().scale(), 1);
    EXPECT_NEAR(shown().width() / double(shown().height()), 254.0 / 143, 0.01);
    EXPECT_TRUE(dialog().preview().words().startsWith(u"254 × 143 mm, type 18 pt, shown at "));
}

TEST_F(WindowExport, EveryPageOfTheListIsOffered)
{
    for (const exports::PageSize& page : exports::pageSizes()) {
        choose(text::toText(page.name));
        EXPECT_EQ(dialog().options().millimetres, page.millimetres) << page.id;
        EXPECT_EQ(dialog().options().fontPoints, page.fontPoints) << page.id;
    }
}

TEST_F(WindowExport, WhatIsChosenIsSeenAtOnce)
{
    const QImage before = shown();
    tick(QStringLiteral("With its title"), false);
    EXPECT_NE(shown(), before);
    tick(QStringLiteral("With its title"), true);
    EXPECT_EQ(shown(), before);
    tick(QStringLiteral("Transparent background"), true);
    EXPECT_TRUE(shown().hasAlphaChannel());
    EXPECT_EQ(shown().pixelColor(0, 0).alpha(), 0);
    tick(QStringLiteral("Transparent background"), false);
    put("weight", 7.0);
    window->figures().refreshNow();
    EXPECT_TRUE(waitFor([&] { return shown() != before; })) << "a slider moves, and the page follows by itself";
    choose(QStringLiteral("CSV table"));
    EXPECT_TRUE(shown().isNull());
    EXPECT_EQ(dialog().preview().words(), u"A table of numbers, without a page.");
}

TEST_F(WindowExport, ThePreviewIsThePictureThatIsWritten)
{
    choose(QStringLiteral("One column, 84 × 60 mm"));
    dialog().resize(1300, 900);
    QCoreApplication::processEvents();
    exports::ExportOptions options = dialog().options();
    options.dpi = 96;
    const figures::FigureKind& kind = window->figures().views()[0]->kind();
    const Result<QByteArray> png =
        exports::exportFormat(QStringLiteral(".png"))
            ->write(kind.build(workspace().snapshotFor(kind.needs()), workspace().question(), workspace().view()),
                workspace().document(), options);
    ASSERT_TRUE(bool(png));
    QImage shownPicture = shown().convertToFormat(QImage::Format_RGB32), file = QImage::fromData(*png);
    ASSERT_EQ(shownPicture.size(), file.size());
    file = file.convertToFormat(QImage::Format_RGB32);
    int others = 0;
    for (int y = 0; y < file.height(); ++y)
        for (int x = 0; x < file.width(); ++x)
            others += file.pixel(x, y) != shownPicture.pixel(x, y);
    EXPECT_EQ(others, 0);
}

TEST_F(WindowExport, AllFiguresStandOnOnePage)
{
    choose(QStringLiteral("All visible figures on one page"));
    for (QSpinBox* box : dialog().findChildren<QSpinBox*>())
        box->setValue(2);
    const model::Document before = workspace().document();
    EXPECT_EQ(dialog().suggestedName(), u"deltascope.png");
    exportTo(pathOf("all.svg"));
    QFile file(pathOf("all.svg"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    for (const char* letter : {">(a) ", ">(b) ", ">(c) ", ">(d) "})
        EXPECT_TRUE(svg.contains(letter)) << letter;
    ASSERT_FALSE(window->file().open(pathOf("all.svg")));
    EXPECT_EQ(workspace().document(), before);
}

} // namespace window_export_test
} // namespace deltascope
