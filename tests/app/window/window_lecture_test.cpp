// SPDX-License-Identifier: GPL-3.0-or-later
// The lecture of resources/lectures, played row by row as its pages tell it, in both languages: keys alone, pressed as
// the window system sends them, and what stands in quotation marks is looked for on the screen. Run by the test
// lecture_in_the_classroom on a screen of 1024 × 768.
#include "app/support/window_fixture.h"

#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "window/playing/walking.h"
#include "window/presenter.h"
#include "window/stage/choice_card.h"
#include "window/stage/stage.h"
#include "workspace/training_control.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QScreen>
#include <QWindow>

#include <map>

namespace deltascope::window {
namespace window_lecture_test {

struct Row {
    int minute = 0;
    QStringList keys;
    QStringList seen;
    QString line; // as it is written
};

/// Every text in a pair of these marks; with "× 6" behind it as often.
QStringList quoted(const QString& cell, const char* pattern)
{
    QStringList all;
    const QRegularExpression mark{QString::fromUtf8(pattern)};
    for (auto found = mark.globalMatch(cell); found.hasNext();) {
        const QRegularExpressionMatch each = found.next();
        const int times = each.captured(2).isEmpty() ? 1 : each.captured(2).toInt();
        for (int i = 0; i < times; ++i)
            all << each.captured(1);
    }
    return all;
}

std::vector<Row> rowsOf(const char* page)
{
    QFile file(QStringLiteral(DELTASCOPE_SOURCE_DIR "/resources/lectures/") + QLatin1String(page));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << page;
    std::vector<Row> rows;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(QStringLiteral(" | "));
        bool number = false;
        const int minute = line.mid(2, line.indexOf(u' ', 2) - 2).toInt(&number);
        if (!line.startsWith(u'|') || !number || cells.size() != 4)
            continue;
        rows.push_back({minute, quoted(cells[1], "`([^`]+)`(?: × (\\d+))?"), quoted(cells[3], "“([^”]+)”"), line});
    }
    return rows;
}

const std::map<QString, Qt::Key> kKeys{
    {QStringLiteral("F5"), Qt::Key_F5},
    {QStringLiteral("Space"), Qt::Key_Space},
    {QStringLiteral("PageDown"), Qt::Key_PageDown},
    {QStringLiteral("PageUp"), Qt::Key_PageUp},
    {QStringLiteral("Esc"), Qt::Key_Escape},
    {QStringLiteral("Enter"), Qt::Key_Return},
    {QStringLiteral("Down"), Qt::Key_Down},
};

/// Counts what no lecture without a mouse has.
class MouseWatch : public QObject {
public:
    MouseWatch() { qApp->installEventFilter(this); }
    int events = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        events += event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove
            || event->type() == QEvent::Wheel || event->type() == QEvent::TouchBegin;
        return false;
    }
};

class WindowLecture : public WindowTest {
protected:
    void SetUp() override
    {
        if (window->screen()->size() != QSize(1024, 768))
            GTEST_SKIP() << "the screen is no classroom's: lecture_in_the_classroom has one";
        QApplication::setKeyboardInputInterval(100'000); // ms: a name is typed without a pause, on a busy machine too
        window->resize(1024, 768);
        window->activateWindow();
        ASSERT_TRUE(waitFor([] { return QGuiApplication::focusWindow() != nullptr; }));
    }
    ~WindowLecture() override
    {
        QApplication::setKeyboardInputInterval(m_interval);
        window->presenter().leave();
    }

    /// To whatever has the focus, as the window system does.
    static void press(const QString& key)
    {
        QWindow* to = QGuiApplication::focusWindow();
        ASSERT_TRUE(to) << key.toStdString();
        const QString chord = QStringLiteral("Ctrl+");
        const bool control = key.startsWith(chord);
        const auto known = kKeys.find(control ? key.mid(chord.size()) : key);
        if (known != kKeys.end())
            QTest::keyClick(to, known->second, control ? Qt::ControlModifier : Qt::NoModifier);
        else
            for (const QChar letter : key)
                QTest::keyClick(QGuiApplication::focusWindow(), letter.toLatin1());
        QCoreApplication::processEvents();
    }

    QWidget& screen()
    {
        return window->presenter().isOn() ? *window->presenter().stage() : static_cast<QWidget&>(*window);
    }

    static void addFigure(const figures::Figure& figure, QStringList& texts)
    {
        const auto add = [&](const Message& message) { texts << text::toText(message); };
        for (const figures::Panel& panel : figure.panels)
            for (const figures::Element& element : panel.elements) {
                if (const auto* label = std::get_if<figures::Label>(&element))
                    add(label->text);
                if (const auto* points = std::get_if<figures::Points>(&element))
                    std::ranges::for_each(points->labels, add);
                if (const auto* graph = std::get_if<figures::Graph>(&element)) {
                    for (const figures::Node& node : graph->nodes)
                        add(node.slope);
                    for (const figures::Edge& edge : graph->edges)
                        add(edge.label);
                }
            }
    }

    /// What can be read on the screen, within it.
    QStringList texts()
    {
        QStringList all;
        QWidget& whole = screen();
        const auto inside = [&](const QWidget* part) {
            return part->isVisible() && whole.rect().contains(QRect(part->mapTo(&whole, QPoint()), part->size()));
        };
        for (const QWidget* part : whole.findChildren<QWidget*>()) {
            if (!inside(part) || part->window() != &whole)
                continue;
            if (const auto* label = qobject_cast<const QLabel*>(part))
                all << label->text();
            if (const auto* card = qobject_cast<const stage::ChoiceCard*>(part))
                all << card->state().words;
            else if (const auto* button = qobject_cast<const QAbstractButton*>(part))
                all << button->text();
            if (const auto* view = qobject_cast<const views::FigureView*>(part)) {
                all << view->caption();
                addFigure(view->plot().figure(), all);
            }
        }
        return all;
    }

    /// Blanks are alike: a page has plain ones where the screen has those that hold a number together.
    bool isSeen(const QString& words)
    {
        const QStringList all = texts();
        return std::ranges::any_of(all, [&](const QString& text) { return text.simplified().contains(words); });
    }

    /// A minute goes by: what plays has played.
    void letPass()
    {
        for (int i = 0; i < 100 && window->walking().isPlaying(); ++i)
            window->walking().advance();
        EXPECT_TRUE(waitFor([this] { return !workspace().training().isRunning(); }));
        QCoreApplication::processEvents();
        if (stage::Stage* stage = window->presenter().stage())
            stage->refreshNow();
        else
            window->figures().refreshNow();
    }

    const int m_interval = QApplication::keyboardInputInterval();

    void play(const char* page)
    {
        const std::vector<Row> rows = rowsOf(page);
        ASSERT_GT(rows.size(), 20u);
        EXPECT_LE(rows.back().minute, 45);
        MouseWatch mouse;
        int minute = 0;
        for (const Row& row : rows) {
            SCOPED_TRACE(row.line.toStdString());
            EXPECT_GE(row.minute, minute);
            minute = row.minute;
            for (const QString& key : row.keys)
                press(key);
            for (const QString& words : row.seen) {
                const bool seen = waitFor([&] {
                    letPass();
                    return isSeen(words);
                });
                ASSERT_TRUE(seen) << words.toStdString() << "\nis not among\n" << texts().join(u'\n').toStdString();
            }
            if (window->presenter().isOn()) {
                EXPECT_EQ(screen().size(), window->screen()->size());
            }
            if (const QByteArray folder = qgetenv("DELTASCOPE_PICTURES"); !folder.isEmpty()) // to be looked at
                screen().grab().save(QStringLiteral("%1/%2_%3.png")
                                         .arg(QString::fromLocal8Bit(folder), QLatin1String(page).chopped(3))
                                         .arg(&row - rows.data(), 2, 10, QLatin1Char('0')));
        }
        EXPECT_EQ(mouse.events, 0);
        EXPECT_FALSE(window->presenter().isOn());
    }
};

TEST_F(WindowLecture, IsHeldByKeyboardAlone)
{
    workspace().setPreferences({.language = "en"});
    play("chapter_5.md");
}

TEST_F(WindowLecture, IsHeldInPortugueseToo)
{
    workspace().setPreferences({.language = "pt_BR"});
    play("chapter_5.pt_BR.md");
}

} // namespace window_lecture_test
} // namespace deltascope::window
