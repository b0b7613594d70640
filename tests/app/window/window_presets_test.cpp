// SPDX-License-Identifier: GPL-3.0-or-later
// Which preset the window names, after undo, redo, files and other steps.
#include "app/support/window_fixture.h"

#include "files/presets.h"
#include "window/dialogs/export_dialog.h"
#include "workspace/preset_session.h"

#include <QToolButton>

using namespace deltascope;
using namespace deltascope::window;

namespace window_presets_test {

class WindowPresets : public WindowTest {
protected:
    workspace::PresetSession& session() { return window->presetSession(); }
    QString present() { return session().present() ? QString::fromStdString(session().present()->id) : QString(); }
    void choose(const char* id) { session().choose(*files::findPreset(id)); }
};

TEST_F(WindowPresets, UndoGoesBackToThePresetBeforeAndItsFigures)
{
    choose("vanishing");
    put("bias", 0.125); // no preset any more, but still the vanishing one, changed
    const std::vector<std::string> figures = workspace().view().figures;
    ASSERT_NE(files::findPreset("knife_edge")->document.view.figures, figures);
    choose("knife_edge");
    EXPECT_EQ(present(), QStringLiteral("knife_edge"));
    window->undo();
    EXPECT_EQ(present(), QStringLiteral("vanishing"));
    EXPECT_TRUE(session().modified());
    EXPECT_EQ(workspace().view().figures, figures);
    window->redo();
    EXPECT_EQ(present(), QStringLiteral("knife_edge"));
    EXPECT_EQ(workspace().view().figures, files::findPreset("knife_edge")->document.view.figures);
    put("weight", 33.0);
    window->undo();
    window->undo();
    window->undo();
    EXPECT_EQ(present(), QStringLiteral("vanishing"));
    EXPECT_FALSE(session().modified());
}

TEST_F(WindowPresets, FiguresChosenSinceStay)
{
    choose("vanishing");
    choose("knife_edge");
    model::ViewState view = workspace().view();
    view.figures = {"factors"};
    workspace().setView(view);
    window->undo();
    EXPECT_EQ(workspace().view().figures, std::vector<std::string>{"factors"});
    EXPECT_EQ(present(), QStringLiteral("vanishing"));
}

TEST_F(WindowPresets, AStepInThePlaceOfAnUndoneChoiceIsNotThatChoice)
{
    choose("vanishing");
    choose("knife_edge");
    window->undo();
    put("bias", 0.125);
    EXPECT_EQ(present(), QStringLiteral("vanishing"));
    put("bias", 0.25);
    window->undo();
    EXPECT_EQ(present(), QStringLiteral("vanishing"));
}

TEST_F(WindowPresets, AnExportOfAPresetOpensAsThatPreset)
{
    choose("explosion");
    window->exportDialog().offer(&window->figures().views()[0]->kind());
    exportTo(pathOf("f.svg"));
    choose("vanishing");
    put("bias", 0.125);
    ASSERT_FALSE(window->file().open(pathOf("f.svg")));
    EXPECT_EQ(present(), QStringLiteral("explosion"));
    EXPECT_FALSE(session().modified());
    model::Document none;
    none.scenario.weight = 1.23;
    window->file().startNew(none);
    EXPECT_EQ(present(), QString()) << "what was opened is no preset";
}

TEST_F(WindowPresets, EachIsToldFromTheOthersWhenItIsOpened)
{
    for (const documents::Preset& preset : files::presets()) {
        model::Document document = preset.document;
        document.pins = files::namedInLanguage(document.pins);
        window->file().startNew(document);
        EXPECT_EQ(present(), QString::fromStdString(preset.id));
        EXPECT_FALSE(session().modified()) << preset.id;
    }
}

TEST_F(WindowPresets, TheMapBelongsToIt)
{
    const std::optional<model::Map> map = files::findPreset("where_it_survives")->document.question.map;
    choose("vanishing");
    ASSERT_FALSE(workspace().question().map);
    choose("where_it_survives"); // of the same scenario
    EXPECT_EQ(present(), QStringLiteral("where_it_survives"));
    EXPECT_EQ(workspace().question().map, map);
    window->undo();
    EXPECT_EQ(present(), QStringLiteral("vanishing"));
    EXPECT_FALSE(workspace().question().map) << "what was asked is undone too";
    window->redo();
    EXPECT_EQ(present(), QStringLiteral("where_it_survives"));
    EXPECT_EQ(workspace().question().map, map);
    model::Map other = *map;
    other.x.to = 8;
    workspace().setMap(other, QStringLiteral("zoom"));
    EXPECT_EQ(present(), QStringLiteral("where_it_survives"));
    EXPECT_TRUE(session().modified());
    session().putBack();
    EXPECT_FALSE(session().modified());
    EXPECT_EQ(workspace().question().map, map);
    choose("knife_edge"); // asks for none
    EXPECT_FALSE(workspace().question().map);
    window->undo();
    EXPECT_EQ(workspace().question().map, map);
    EXPECT_EQ(present(), QStringLiteral("where_it_survives"));
}

TEST_F(WindowPresets, ItsPinsAreNamedInTheLanguageOfTheWindow)
{
    workspace().setPreferences({.language = "pt_BR"});
    choose("glorot_standard");
    ASSERT_EQ(workspace().pins().size(), 1u);
    EXPECT_EQ(workspace().pins().front().name, "inicialização normalizada");
    workspace().setPreferences({.language = "en"});
    choose("glorot_standard");
    EXPECT_EQ(workspace().pins().front().name, "normalized initialization");
}

} // namespace window_presets_test
