// SPDX-License-Identifier: GPL-3.0-or-later
// What panels say: names for assistive programs, live translation, the diagnosis.
#include "app/support/panels_fixture.h"

#include "files/lessons.h"
#include "window/playing/play.h"
#include "window/playing/play_bar.h"
#include "workspace/lesson_session.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>
#include <QToolButton>
#include <QTranslator>

namespace deltascope::window {
namespace panels_words_test {

using Panels = PanelTest;

/// Every sentence in guillemets, so that what stayed in the old language shows.
class Guillemets : public QTranslator {
public:
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return QStringLiteral("«%1»").arg(QString::fromUtf8(source));
    }
    bool isEmpty() const override { return false; }
};

void expectNames(QWidget& root, const std::string& where)
{
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const bool partOfSpinBox = qobject_cast<QAbstractSpinBox*>(widget->parent()) != nullptr;
        if (widget->focusProxy() || partOfSpinBox) // spoken of by their owner
            continue;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(spoken, nullptr);
        EXPECT_FALSE(spoken->text(QAccessible::Name).isEmpty())
            << where << ": " << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
    }
}

void expectGuillemets(const QWidget& root)
{
    const QString mark = QStringLiteral("«");
    for (const QLabel* label : root.findChildren<QLabel*>()) {
        // Symbols and numbers belong to no language.
        static const QRegularExpression word(QStringLiteral("[A-Za-z]{4}"));
        const bool words = label->text().contains(word);
        if (label->isVisible() && words) {
            EXPECT_TRUE(label->text().contains(mark)) << label->text().toStdString();
        }
    }
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        const QString name = widget->accessibleName();
        EXPECT_TRUE(name.isEmpty() || name.contains(mark)) << name.toStdString();
    }
}

TEST_F(Panels, EverythingThatTakesTheFocusHasAName)
{
    put(parameters::withLayerSetting(model::Scenario{}, {2, 3.0, std::nullopt}));
    select(2);
    for (const panels::PanelKind* kind : panels::panelsRegistry()) {
        if (kind->wanted)
            workspace().lesson().start(files::lessons().front());
        expectNames(show(std::string(kind->id).c_str()), std::string(kind->id));
    }
    playing::Play play(workspace());
    playing::PlayBar bar(play);
    bar.show();
    expectNames(bar, "play");
}

TEST_F(Panels, ASliderTellsItsValueToAssistivePrograms)
{
    show("parameters");
    controls::ParameterSlider& slider = *control("weight").slider();
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(&slider);
    ASSERT_NE(spoken->valueInterface(), nullptr);
    EXPECT_EQ(spoken->valueInterface()->currentValue().toDouble(), 1);
    EXPECT_EQ(spoken->valueInterface()->maximumValue().toDouble(), 10);
    spoken->valueInterface()->setCurrentValue(2.5);
    EXPECT_EQ(scenario().weight, 2.5);
    EXPECT_EQ(spoken->text(QAccessible::Value), QStringLiteral("2.5"));
}

TEST_F(Panels, EveryPanelChangesItsLanguageWhileItIsOpen)
{
    put(parameters::withLayerSetting(model::Scenario{}, {2, 3.0, std::nullopt}));
    select(2);
    for (const panels::PanelKind* kind : panels::panelsRegistry()) {
        QWidget& shown = show(std::string(kind->id).c_str());
        Guillemets translator;
        QCoreApplication::installTranslator(&translator);
        QCoreApplication::processEvents();
        expectGuillemets(shown);
        QCoreApplication::removeTranslator(&translator);
        QCoreApplication::processEvents();
        for (const QLabel* label : shown.findChildren<QLabel*>())
            EXPECT_FALSE(label->isVisible() && label->text().contains(QStringLiteral("«")))
                << label->text().toStdString();
    }
}

TEST_F(Panels, TheDiagnosisFollowsTheScenario)
{
    show("diagnosis", {900, 60});
    const QLabel& words = control<QLabel>("diagnosis");
    EXPECT_TRUE(words.text().contains(text::toText(workspace().diagnosis()->headline)));
    const QString before = words.text();
    model::Scenario explosion;
    explosion.weight = 100;
    explosion.initializer = "balanced";
    put(explosion);
    EXPECT_NE(words.text(), before);
    EXPECT_EQ(words.accessibleName(), text::toText(workspace().diagnosis()->headline));
    explosion.depth = 300; // every format fails somewhere: there is more to say
    put(explosion);
    auto& more = control<QToolButton>("details");
    ASSERT_TRUE(more.isVisible());
    QTest::mouseClick(&more, Qt::LeftButton);
    const diagnosis::Diagnosis diagnosis = workspace().diagnosis().value();
    for (const Message& detail : diagnosis.details)
        EXPECT_TRUE(words.text().contains(text::toText(detail).toHtmlEscaped())) << text::toText(detail).toStdString();
}

TEST_F(Panels, WhileADragGoesOnTheWordsFollowTheFigures)
{
    show("diagnosis", {900, 60});
    const QLabel& words = control<QLabel>("diagnosis");
    const QString before = words.text();
    workspace().store().beginGesture(QStringLiteral("drag"));
    model::Scenario explosion;
    explosion.weight = 100;
    explosion.initializer = "balanced";
    put(explosion);
    EXPECT_EQ(words.text(), before) << "what is drawn comes first";
    const auto follows = [&] {
        const std::optional<diagnosis::Diagnosis> known = workspace().diagnosis();
        return known && words.text().contains(text::toText(known->headline));
    };
    EXPECT_TRUE(QTest::qWaitFor(follows)) << "though the drag goes on";
    put(model::Scenario{});
    workspace().store().endGesture();
    EXPECT_TRUE(QTest::qWaitFor(follows)) << "nothing is left behind at its end";
    put(explosion);
    EXPECT_TRUE(follows()) << "without a drag at once";
}

TEST_F(Panels, AHiddenPanelShowsTheStateWhenItComesBack)
{
    QWidget& shown = show("parameters");
    shown.hide();
    model::Scenario other;
    other.weight = 7;
    put(other);
    shown.show();
    EXPECT_EQ(control("weight").field()->text(), QStringLiteral("7"));
}

} // namespace panels_words_test
} // namespace deltascope::window
