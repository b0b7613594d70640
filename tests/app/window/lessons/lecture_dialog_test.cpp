// SPDX-License-Identifier: GPL-3.0-or-later
// "My lecture": marked where things are met, put in order in the dialog, written as slides, worksheet and answer key.
#include "app/support/window_fixture.h"

#include "documents/link.h"
#include "figures/figure_kind.h"
#include "files/lecture.h"
#include "files/lessons.h"
#include "files/opening.h"
#include "files/presets.h"
#include "render/print/qr_code.h"
#include "text/language.h"
#include "window/dialogs/lecture_dialog.h"
#include "window/lecture_commands.h"
#include "window/lesson_commands.h"
#include "window/views/figure_menu.h"
#include "workspace/lesson_session.h"
#include "workspace/preset_session.h"

#include <QFile>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_lecture_test {

using Kind = files::LectureItem::Kind;

class WindowLectureDialog : public WindowTest {
protected:
    WindowLectureDialog() { workspace().setPreferences({.language = "en"}); }
    dialogs::LectureDialog& dialog() { return window->lectureCommands().dialog(); }
    static QAction* action(const QMenu& menu, const QString& text)
    {
        for (QAction* one : menu.actions())
            if (one->text().remove(u'&') == text)
                return one;
        ADD_FAILURE() << text.toStdString();
        return nullptr;
    }
    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

TEST_F(WindowLectureDialog, PresetLessonAndFigureAreMarkedWhereTheyAreMet)
{
    window->presetSession().choose(*files::findPreset("knife_edge"));
    window->findChild<QToolButton*>(QStringLiteral("preset_note_lecture"))->click();
    const std::string figure(window->figures().views()[1]->kind().id);
    {
        QMenu menu;
        views::fillFigureMenu(menu, workspace(), *window->figures().views()[1]);
        action(menu, QStringLiteral("Add to my lecture"))->trigger();
    }
    workspace().lesson().start(files::findLesson("explosion"), 0);
    {
        QMenu menu;
        window->lessonCommands().fill(menu);
        action(menu, QStringLiteral("Add to my lecture"))->trigger();
        action(menu, QStringLiteral("Add to my lecture"))->trigger(); // it is there already
    }
    const std::vector<files::LectureItem> marks = files::lectureMarks();
    ASSERT_EQ(marks.size(), 3u);
    EXPECT_EQ(marks[0], (files::LectureItem{Kind::preset, "knife_edge"}));
    EXPECT_EQ(marks[1].kind, Kind::figure);
    EXPECT_EQ(marks[1].id, figure);
    EXPECT_EQ(marks[2], (files::LectureItem{Kind::lesson, "explosion"}));
    ASSERT_EQ(window->banner().sentences().size(), 1);
    EXPECT_EQ(window->banner().sentences().front(), QStringLiteral("Already in my lecture: The explosion by hand."));
    const Result<std::vector<prints::Section>> sections = files::sectionsOf(marks);
    ASSERT_TRUE(sections);
    EXPECT_EQ(sections->size(), 2 + files::findLesson("explosion")->steps.size());
    EXPECT_EQ((*sections)[1].pictures.front().document.scenario, files::findPreset("knife_edge")->document.scenario);
}

TEST_F(WindowLectureDialog, TheDialogPutsThemInOrderAndKeepsThem)
{
    files::keepLectureMarks({{Kind::preset, "vanishing"}, {Kind::lesson, "explosion"}, {Kind::preset, "knife_edge"}});
    dialog().offer();
    auto* list = dialog().findChild<QListWidget*>(QStringLiteral("lecture_list"));
    ASSERT_EQ(list->count(), 3);
    EXPECT_EQ(list->item(1)->text(), QStringLiteral("Lesson: The explosion by hand"));
    const auto press = [&](const char* text) {
        for (QPushButton* button : dialog().findChildren<QPushButton*>())
            if (button->text() == QLatin1String(text))
                button->click();
    };
    list->setCurrentRow(2);
    press("Up");
    press("Up");
    press("Up"); // it is the first
    EXPECT_EQ(files::lectureMarks().front().id, "knife_edge");
    press("Down");
    EXPECT_EQ(files::lectureMarks()[1].id, "knife_edge");
    press("Remove");
    EXPECT_EQ(files::lectureMarks().size(), 2u);
    files::keepLectureMarks({{Kind::preset, "not_known"}, {Kind::figure, "cost", "{"}});
    dialog().showMarks();
    EXPECT_EQ(list->count(), 0);
    EXPECT_FALSE(dialog().findChild<QPushButton*>(QStringLiteral("lecture_write"))->isEnabled());
}

TEST_F(WindowLectureDialog, SlidesWorksheetAndAnswersAreWrittenWithoutHoldingTheWindow)
{
    files::keepLectureMarks({{Kind::preset, "knife_edge"}, {Kind::lesson, "explosion"}});
    dialog().offer();
    QStringList written;
    QObject::connect(
        &dialog(), &dialogs::LectureDialog::written, window.get(), [&](const QStringList& paths) { written = paths; });
    dialog().beginWritingTo(pathOf("lecture.pdf"));
    EXPECT_TRUE(dialog().writing());
    ASSERT_TRUE(waitFor([&] { return !dialog().writing(); }));
    ASSERT_EQ(written.size(), 3);
    for (const QString& path : written)
        EXPECT_TRUE(contents(path).startsWith("%PDF")) << path.toStdString();
    EXPECT_EQ(written[1], pathOf("lecture-worksheet.pdf"));
    EXPECT_EQ(written[2], pathOf("lecture-answers.pdf"));
    dialog().beginWritingTo(pathOf("not there/lecture.pdf"));
    ASSERT_TRUE(waitFor([&] { return !dialog().writing(); }));
    EXPECT_EQ(written.size(), 3);
    dialog().beginWritingTo(pathOf("cancelled.pdf"));
    dialog().reject();
    EXPECT_FALSE(dialog().writing());
    EXPECT_FALSE(QFile::exists(pathOf("cancelled.pdf")));
}

// A figure of a slide or sheet must not answer the question beside it, nor one to come.
TEST_F(WindowLectureDialog, NoFigureBesideAQuestionAnswersIt)
{
    for (const auto& lesson : files::lessons())
        for (const prints::Section& section : prints::sectionsOf(lesson)) {
            ASSERT_LE(section.pictures.size(), 1u);
            if (section.pictures.empty() || !section.step->covered || !section.step->question)
                continue;
            EXPECT_NE(
                std::ranges::find(section.step->open, section.pictures.front().kind->id), section.step->open.end())
                << lesson->id << ' ' << section.number;
        }
}

TEST_F(WindowLectureDialog, EveryLinkOpensItsFigure)
{
    int codes = 0, all = 0;
    std::vector<prints::Section> sections;
    for (const documents::Preset& preset : files::presets())
        std::ranges::move(prints::sectionsOf(preset), std::back_inserter(sections));
    for (const auto& lesson : files::lessons())
        std::ranges::move(prints::sectionsOf(lesson), std::back_inserter(sections));
    for (const prints::Section& section : sections)
        for (const prints::Picture& picture : section.pictures) {
            const Result<model::Document> opened = files::documentIn(picture.link().toStdString());
            ASSERT_TRUE(opened) << picture.link().toStdString();
            EXPECT_EQ(opened->scenario, picture.document.scenario);
            model::Question asked = picture.document.question;
            if (!picture.kind->needs().wants(results::kindOf<results::MapCells>()))
                asked.map.reset();
            EXPECT_EQ(opened->question, asked);
            EXPECT_EQ(opened->view.figures, std::vector{std::string(picture.kind->id)});
            codes += prints::qrCode(picture.link()).has_value();
            ++all;
        }
    EXPECT_GT(codes, all * 9 / 10) << all;
}

TEST_F(WindowLectureDialog, ACodeIsReadBackByAnotherProgram)
{
    EXPECT_FALSE(prints::qrCode(QByteArray(2000, 'a'))) << "nobody could scan it";
    EXPECT_FALSE(prints::qrCode({}));
    const QString reader = QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
    if (reader.isEmpty())
        GTEST_SKIP() << "zbarimg (package zbar-tools) is not installed";
    for (const QByteArray& link : {QByteArray("deltascope:?depth=8&weight=6.9"),
             prints::sectionsOf(*files::findPreset("knife_edge")).front().pictures.front().link()}) {
        const std::optional<QImage> code = prints::qrCode(link);
        ASSERT_TRUE(code);
        EXPECT_LE(code->width(), prints::kMostModules);
        QImage page((code->width() + 8) * 6, (code->width() + 8) * 6, QImage::Format_Grayscale8);
        page.fill(Qt::white);
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < page.width(); ++x)
                if (const QPoint module(x / 6 - 4, y / 6 - 4); code->rect().contains(module))
                    page.scanLine(y)[x] = static_cast<uchar>(qGray(code->pixel(module)));
        ASSERT_TRUE(page.save(pathOf("code.png")));
        QProcess process;
        process.start(reader, {QStringLiteral("--quiet"), QStringLiteral("--raw"), pathOf("code.png")});
        ASSERT_TRUE(process.waitForFinished());
        EXPECT_EQ(process.readAllStandardOutput().trimmed(), link);
    }
}

} // namespace window_lecture_test
