// SPDX-License-Identifier: GPL-3.0-or-later
// Random events, the same for the same seed. Whatever a hand does, no number that is none, and undo finds its way back.
#include "app/support/window_fixture.h"

#include "app/support/heartbeat.h"
#include "documents/document_json.h"
#include "files/lessons.h"
#include "files/presets.h"
#include "render/plot/plot_widget.h"
#include "render/theme.h"
#include "text/language.h"
#include "window/file_commands.h"
#include "window/playing/play.h"
#include "window/presenter.h"
#include "workspace/lesson_session.h"
#include "workspace/preset_session.h"
#include "workspace/training_control.h"

#include <QDialog>
#include <QFileDialog>
#include <QMimeData>
#include <QMouseEvent>
#include <QSlider>
#include <QTimer>
#include <QUrl>
#include <QWheelEvent>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <random>

using namespace deltascope;
using namespace deltascope::window;

namespace window_monkey_test {

class WindowMonkey : public WindowTest {
protected:
    int below(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }

    template <class Widget>
    Widget* any()
    {
        QList<Widget*> all = window->findChildren<Widget*>();
        erase_if(all, [](const Widget* one) { return !one->isVisible() || !one->isEnabled(); });
        return all.isEmpty() ? nullptr : all[below(static_cast<int>(all.size()))];
    }

    QPoint within(const QWidget& widget)
    {
        return {below(std::max(1, widget.width())), below(std::max(1, widget.height()))};
    }

    void mouse(QWidget& target, QEvent::Type type, const QPoint& place, Qt::MouseButtons held)
    {
        QMouseEvent event(type, QPointF(place), QPointF(target.mapToGlobal(place)),
            type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&target, &event);
    }

    void drag(QWidget* target)
    {
        if (!target)
            return;
        mouse(*target, QEvent::MouseButtonPress, within(*target), Qt::LeftButton);
        for (int i = below(5); i >= 0; --i)
            mouse(*target, QEvent::MouseMove, within(*target), Qt::LeftButton);
        mouse(*target, QEvent::MouseButtonRelease, within(*target), Qt::NoButton);
    }

    void wheel(QWidget* target)
    {
        if (!target)
            return;
        const QPoint place = within(*target);
        QWheelEvent event(QPointF(place), QPointF(target->mapToGlobal(place)), {}, {0, below(2) ? 120 : -120},
            Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(target, &event);
    }

    void key()
    {
        static constexpr Qt::Key kKeys[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp,
            Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End, Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Escape,
            Qt::Key_1, Qt::Key_9, Qt::Key_Minus, Qt::Key_E, Qt::Key_Period, Qt::Key_Backspace};
        QWidget* focus = QApplication::focusWidget();
        // A random hand in a file dialog would depend on the folder it looks into, and write there.
        if (focus && qobject_cast<QFileDialog*>(focus->window())) {
            focus->window()->close();
            return;
        }
        QTest::keyClick(focus ? focus : window.get(), kKeys[below(std::size(kKeys))]);
    }

    /// Small, or of any size; wide and deep at once is minutes of work for other threads, not a test of this one.
    void putWhole(const parameters::Parameter<model::Scenario>& row)
    {
        constexpr double kMostBytes = 1e8, kMost = 1e5;
        const int small = 1 + below(row.maximum > 2000 ? 300 : 5);
        const int any = static_cast<int>(std::pow(std::min(row.maximum, kMost), below(1000) / 1000.0));
        const int value = below(3) ? small : any;
        const Result<model::Scenario> next = parameters::withValue(workspace().scenario(), row, value);
        if (next && parameters::memoryOf(*next) < kMostBytes)
            workspace().setValue(row, value);
    }

    void put()
    {
        static constexpr double kHard[] = {0, 1, -1, 100, -50, 1e6, -1e6, 1e-300, 0.5, 6.894151};
        const auto rows = parameters::scenarioParameters();
        const parameters::Parameter<model::Scenario>& row =
            rows[static_cast<std::size_t>(below(static_cast<int>(rows.size())))];
        const parameters::ParameterValue old = parameters::valueOf(workspace().scenario(), row);
        if (old.as<int>())
            putWhole(row);
        else if (old.as<double>())
            workspace().setValue(row, kHard[below(std::size(kHard))]);
        else if (row.choices) {
            const auto choices = row.choices();
            const parameters::Choice& choice =
                choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
            workspace().setValue(row, std::string(choice.id));
        }
    }

    void changeTheme()
    {
        QStringList ids = render::themeIds();
        ids << QStringLiteral("system");
        model::Preferences preferences = workspace().preferences();
        preferences.theme = ids[below(static_cast<int>(ids.size()))].toStdString();
        workspace().setPreferences(preferences);
        workspace().selectLayer(below(workspace().scenario().depth + 1));
    }

    void drop()
    {
        QMimeData data;
        if (below(2))
            data.setText(QStringLiteral("not a file"));
        else
            data.setUrls({QUrl::fromLocalFile(pathOf("nothing.deltascope"))});
        window->fileCommands().openDropped(data);
    }

    void applyPreset()
    {
        const auto& all = files::presets();
        window->presetSession().choose(all[static_cast<std::size_t>(below(static_cast<int>(all.size())))]);
    }

    void pin()
    {
        if (workspace().pins().size() < 3)
            window->pins().pinPresent();
        else
            window->pins().remove(static_cast<std::size_t>(below(3)));
    }

    void train()
    {
        workspace::TrainingControl& training = workspace().training();
        switch (below(6)) {
        case 0:
            training.rewind();
            break;
        case 1:
            training.stepOnce();
            break;
        case 2:
            training.runTo(below(50));
            break;
        default:
            training.toggle();
        }
    }

    void study()
    {
        workspace::LessonSession& lesson = workspace().lesson();
        const auto& all = files::lessons();
        if (!lesson.lesson() || below(10) == 0) {
            lesson.start(all[static_cast<std::size_t>(below(static_cast<int>(all.size())))]);
        } else if (const lessons::LessonStep& step = lesson.present();
                   step.question && !lesson.record().answer && below(2)) {
            if (step.question->choices.empty())
                static_cast<void>(lesson.answerNumber(QStringLiteral("0.1")));
            else
                lesson.answerChoice(below(static_cast<int>(step.question->choices.size())));
        } else if (step.goal && below(3) == 0) {
            lesson.showHint();
        } else if (below(20) == 0) {
            lesson.leave();
        } else {
            below(4) ? lesson.goTo(lesson.step() + 1) : lesson.backToStep();
        }
    }

    void speak()
    {
        const QStringList languages = text::availableLanguages();
        model::Preferences preferences = workspace().preferences();
        preferences.language = languages[below(static_cast<int>(languages.size()))].toStdString();
        workspace().setPreferences(preferences);
    }

    void step()
    {
        struct Deed {
            const char* what; // "": events, each of which is a turn of its own
            std::function<void()> act;
        };
        const Deed deeds[] = {{"", [this] { drag(any<QSlider>()); }}, {"", [this] { drag(any<plot::PlotWidget>()); }},
            {"", [this] { wheel(any<plot::PlotWidget>()); }}, {"", [this] { wheel(any<QSlider>()); }},
            {"", [this] { key(); }}, {"put a value", [this] { put(); }}, {"put a value", [this] { put(); }},
            {"undo", [this] { window->undo(); }}, {"redo", [this] { window->redo(); }},
            {"resize", [this] { window->resize(1 + below(1600), 1 + below(1000)); }},
            {"balance", [this] { window->balance(); }}, {"play", [this] { window->play().toggle(); }},
            {"play on", [this] { window->play().advance(0.1); }},
            {"theme", [this] { below(8) ? key() : changeTheme(); }},
            {"preset", [this] { below(8) ? key() : applyPreset(); }},
            {"presenter", [this] { below(4) ? key() : window->presenter().toggle(); }}, {"lesson", [this] { study(); }},
            {"language", [this] { below(8) ? key() : speak(); }}, {"pin", [this] { pin(); }},
            {"drop", [this] { drop(); }}, {"train", [this] { train(); }}, {"train", [this] { train(); }}};
        const Deed& deed = deeds[below(std::size(deeds))];
        if (*deed.what)
            Heartbeat::present().turn(deed.what, deed.act);
        else
            deed.act();
        answerQuestions();
    }

    // A hand that writes files in arbitrary places is no test: whatever is asked is called off.
    void answerQuestions()
    {
        for (QDialog* dialog : window->findChildren<QDialog*>())
            if (dialog->isVisible() && dialog->isModal())
                dialog->reject();
    }

    void checkNumbers()
    {
        for (const views::FigureView* view : window->figures().views()) {
            const figures::Figure& figure = view->plot().figure();
            for (const figures::Panel& panel : figure.panels) {
                ASSERT_TRUE(std::isfinite(panel.x.lower) && std::isfinite(panel.x.upper)) << figure.id;
                ASSERT_TRUE(std::isfinite(panel.y.lower) && std::isfinite(panel.y.upper)) << figure.id;
                for (const figures::Element& element : panel.elements) {
                    const figures::Line* line = std::get_if<figures::Line>(&element);
                    if (!line)
                        continue;
                    const auto finite = [](double y) { return std::isfinite(y); };
                    ASSERT_TRUE(std::all_of(line->y.begin(), line->y.end(), finite)) << figure.id;
                }
            }
            // "NaN" is what a float format computes; a number of ours that is none would read "nan"
            ASSERT_FALSE(view->caption().contains(QStringLiteral("nan"), Qt::CaseSensitive)) << figure.id;
        }
        const auto wrong = parameters::validate(workspace().scenario());
        ASSERT_FALSE(wrong) << wrong->what.english << '\n' << documents::writeScenario(workspace().scenario());
    }

    std::mt19937 m_random;
};

TEST_F(WindowMonkey, ARandomHandBreaksNothing)
{
    const QByteArray given = qgetenv("DELTASCOPE_MONKEY_SEED"), many = qgetenv("DELTASCOPE_MONKEY_EVENTS");
    const unsigned seed = given.isEmpty() ? 20260607u : given.toUInt();
    const int events = many.isEmpty() ? 2000 : many.toInt();
    SCOPED_TRACE(testing::Message() << "DELTASCOPE_MONKEY_SEED=" << seed);
    RecordProperty("seed", static_cast<int>(seed));
    m_random.seed(seed);
    // A question with an event loop of its own is answered with Cancel: nobody else would.
    QTimer answers;
    QObject::connect(&answers, &QTimer::timeout, [] {
        if (QWidget* question = QApplication::activeModalWidget())
            question->close();
    });
    answers.start(10);
    const model::Scenario start = workspace().scenario();
    Heartbeat::present().listen();
    for (int i = 0; i < events; ++i) {
        SCOPED_TRACE(testing::Message() << "event " << i);
        step();
        QCoreApplication::processEvents();
        if (i % 20 == 0) {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // which needs a running event loop
            Heartbeat::present().turn("refresh", [this] { window->figures().refreshNow(); });
            ASSERT_NO_FATAL_FAILURE(checkNumbers());
        }
    }
    window->play().stop();
    window->presenter().leave();
    while (workspace().store().inGesture())
        workspace().store().endGesture();
    const bool whole =
        workspace().store().history().count() < workspace::ScenarioStore::kMostSteps; // nothing was forgotten
    while (workspace().store().canUndo())
        Heartbeat::present().turn("undo", [this] { workspace().store().undo(); });
    expectShort(Heartbeat::present().stop());
    EXPECT_FALSE(parameters::validate(workspace().scenario()));
    if (whole) {
        EXPECT_EQ(workspace().scenario(), start);
    }
}

} // namespace window_monkey_test
