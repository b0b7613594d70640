// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/presenter.h"

#include "files/lessons.h"
#include "render/plot/plot_widget.h"
#include "text/language.h"
#include "window/playing/walking.h"
#include "window/stage/class_vote.h"
#include "window/stage/lesson_strip.h"
#include "window/stage/stage_choice.h"
#include "window/stage/teacher_panel.h"
#include "window/views/figure_choice.h"
#include "window/views/figure_grid.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCursor>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QScreen>
#include <QWindow>

#include <algorithm>

namespace deltascope::window {

QScreen* audienceScreen(const QScreen* ofWindow, const QList<QScreen*>& screens)
{
    for (QScreen* screen : screens) // two that show the same are one
        if (screen != ofWindow && ofWindow && screen->geometry() != ofWindow->geometry())
            return screen;
    return nullptr;
}

Presenter::Presenter(const Parts& parts)
    : QObject(&parts.window)
    , m_workspace(parts.workspace)
    , m_figures(parts.figures)
    , m_walking(parts.walking)
    , m_window(parts.window)
    , m_actions(parts.actions)
    , m_presets(parts.presets)
    , m_choice(new stage::StageChoice(parts.workspace, this))
    , m_vote(new stage::ClassVote(parts.workspace, this))
{
    connect(qApp, &QGuiApplication::screenAdded, this, &Presenter::placeAnew, Qt::QueuedConnection);
    connect(qApp, &QGuiApplication::screenRemoved, this, &Presenter::placeAnew, Qt::QueuedConnection);
}

void Presenter::enter()
{
    if (isOn())
        return;
    m_workspace.lesson().setForClass(true);
    m_swapped = false;
    QScreen* other = audienceScreen(m_window.screen(), QGuiApplication::screens());
    raiseStage(other ? *other : *m_window.screen());
    qApp->installEventFilter(this);
    emit changed();
}

void Presenter::leave()
{
    if (!isOn())
        return;
    qApp->removeEventFilter(this);
    takeDown();
    m_workspace.lesson().setForClass(false);
    m_window.activateWindow();
    emit changed();
}

/// On this screen; where it is the window's own, what the window draws below it need not be drawn.
void Presenter::raiseStage(QScreen& screen)
{
    const bool alone = &screen == m_window.screen();
    m_stage = new stage::Stage({m_workspace, *m_choice, *m_vote, m_walking},
        alone ? stage::Lecturer::here : stage::Lecturer::elsewhere, screen.size(), &m_window);
    if (m_choice->atOnce() > stage::Stage::mostAtOnce(screen.size()))
        m_choice->setAtOnce(1);
    m_stage->setWindowTitle(m_window.windowTitle().remove(QStringLiteral("[*]")));
    m_stage->setWindowIcon(m_window.windowIcon());
    for (QAction* action : m_actions)
        m_stage->addAction(action);
    connect(m_stage.data(), &stage::Stage::closed, this, &Presenter::leave);
    m_stage->winId(); // then it can be told its screen
    m_stage->windowHandle()->setScreen(&screen);
    m_stage->setGeometry(screen.geometry());
    if (alone)
        m_figures.hide();
    else
        showTeacher();
    m_stage->showFullScreen();
    if (alone) {
        m_stage->activateWindow();
        m_stage->setFocus();
    } else {
        m_window.activateWindow();
    }
}

void Presenter::takeDown()
{
    m_stage->hide();
    m_stage->deleteLater(); // perhaps one of its own events led here
    m_stage = nullptr;
    m_figures.show();
    if (m_teacher) {
        m_window.removeDockWidget(m_teacher);
        delete m_teacher.data();
        m_window.restoreState(m_layout);
    }
}

void Presenter::showTeacher()
{
    m_layout = m_window.saveState();
    m_teacher = new QDockWidget(tr("Presenter"), &m_window);
    m_teacher->setObjectName(QStringLiteral("teacher_dock"));
    m_teacher->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable);
    auto* panel = new stage::TeacherPanel({m_workspace, *m_choice, *m_vote}, m_teacher);
    m_teacher->setWidget(panel);
    connect(panel, &stage::TeacherPanel::blackWanted, this, [this] { m_stage->blacken(!m_stage->isBlack()); });
    connect(panel, &stage::TeacherPanel::otherScreenWanted, this, &Presenter::swapScreens, Qt::QueuedConnection);
    connect(panel, &stage::TeacherPanel::leaveWanted, this, &Presenter::leave, Qt::QueuedConnection);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_teacher);
    QDockWidget* beside = m_window.findChild<QDockWidget*>(QStringLiteral("lesson"));
    if (beside && m_window.dockWidgetArea(beside) == Qt::RightDockWidgetArea && !beside->isFloating()) {
        m_window.tabifyDockWidget(beside, m_teacher);
        m_teacher->raise();
    }
}

/// A projector was plugged in or pulled out.
void Presenter::placeAnew()
{
    if (!isOn())
        return;
    takeDown();
    m_swapped = false;
    QScreen* other = audienceScreen(m_window.screen(), QGuiApplication::screens());
    raiseStage(other ? *other : *m_window.screen());
}

void Presenter::swapScreens()
{
    QScreen* other = audienceScreen(m_window.screen(), QGuiApplication::screens());
    if (!isOn() || !other)
        return;
    QScreen* const here = m_window.screen();
    const QPoint offset = m_window.pos() - here->geometry().topLeft();
    takeDown();
    m_window.move(other->geometry().topLeft() + offset);
    if (m_window.windowHandle())
        m_window.windowHandle()->setScreen(other);
    raiseStage(*here);
}

bool Presenter::typing() const
{
    QWidget* focus = QApplication::focusWidget();
    return qobject_cast<QLineEdit*>(focus) || qobject_cast<QAbstractSpinBox*>(focus);
}

/// The keys of a walk, for which the drawing is put on the stage: Space sends the gradient back; without a lesson a
/// clicker goes through the drawing that stands there.
bool Presenter::walked(int key)
{
    const bool space = key == Qt::Key_Space;
    if (space && (typing() || qobject_cast<QAbstractButton*>(QApplication::focusWidget())))
        return false; // it types, or presses the button
    if (m_walking.pressed(key))
        return true;
    if (space && !m_workspace.lesson().covers(views::figuresInOrder().front()->id)) {
        m_choice->choose(0);
        m_walking.walkBack();
    } else if (key == Qt::Key_PageDown && m_workspace.lesson().lesson() == nullptr && m_choice->place() == 0) {
        m_walking.begin();
    } else {
        return false;
    }
    return true;
}

/// Arrows belong to a control or a figure that has the focus.
bool Presenter::handsKeysOver() const
{
    QWidget* focus = QApplication::focusWidget();
    return typing() || qobject_cast<QAbstractSlider*>(focus) || qobject_cast<QComboBox*>(focus)
        || qobject_cast<plot::PlotWidget*>(focus);
}

bool Presenter::pressed(int key, const QString& text)
{
    if (m_stage->isBlack()) { // any key brings the picture back
        m_stage->blacken(false);
        return true;
    }
    if (walked(key))
        return true;
    if (pressedStep(key))
        return true;
    if (key == Qt::Key_Escape && !m_stage->strip().typing()) {
        leave();
        return true;
    }
    if (typing())
        return false;
    if (m_stage->strip().pressed(key, text))
        return true;
    switch (key) {
    case Qt::Key_B:
    case Qt::Key_Period: // clickers send either
        m_stage->blacken(true);
        return true;
    case Qt::Key_N:
        nextLesson();
        return m_workspace.lesson().lesson() != nullptr;
    case Qt::Key_L:
        chooseLesson();
        return true;
    case Qt::Key_P:
        if (m_workspace.lesson().ended()) // its page would hide what is chosen
            m_workspace.lesson().leave();
        m_presets(*m_stage);
        return true;
    case Qt::Key_C:
        m_stage->toggleControls();
        return true;
    case Qt::Key_S:
        swapScreens();
        return true;
    default:
        return pressedFigure(key);
    }
}

/// What a clicker sends: through the lesson, and without one through the figures.
bool Presenter::pressedStep(int key)
{
    workspace::LessonSession& lesson = m_workspace.lesson();
    if (key != Qt::Key_PageDown && key != Qt::Key_PageUp)
        return false;
    if (!lesson.lesson()) {
        m_choice->step(key == Qt::Key_PageDown ? 1 : -1);
        return true;
    }
    if (key == Qt::Key_PageUp)
        lesson.previous();
    else if (!lesson.showAnswer())
        lesson.next();
    return true;
}

bool Presenter::pressedFigure(int key)
{
    if ((key == Qt::Key_Left || key == Qt::Key_Right) && !handsKeysOver()) {
        m_choice->step(key == Qt::Key_Right ? 1 : -1);
        return true;
    }
    if (key == Qt::Key_M) {
        const int most = stage::Stage::mostAtOnce(m_stage->size());
        const int next = m_choice->atOnce() * 2;
        m_choice->setAtOnce(next > most || next > static_cast<int>(m_choice->kinds().size()) ? 1 : next);
        return true;
    }
    if (key < Qt::Key_1 || key > Qt::Key_9)
        return false;
    m_choice->choose(key - Qt::Key_1); // 1 is the drawing
    return true;
}

void Presenter::nextLesson()
{
    workspace::LessonSession& session = m_workspace.lesson();
    const auto& all = files::lessons();
    const auto here = std::ranges::find(all, session.lesson());
    if (here != all.end() && here + 1 != all.end() && session.ended())
        session.start(*(here + 1), 0);
}

/// The list of all lessons, for a lecture without a mouse.
void Presenter::chooseLesson()
{
    auto* menu = new QMenu(m_stage.data());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("stage_lessons"));
    int place = 0;
    for (const auto& lesson : files::lessons())
        menu->addAction(QStringLiteral("%1  %2").arg(++place).arg(text::toText(lesson->title)), this,
            [this, lesson] { m_workspace.lesson().start(lesson, 0); });
    menu->setActiveAction(menu->actions().first());
    const QRect screen = m_stage->screen()->geometry();
    menu->popup(screen.center() - QPoint(menu->sizeHint().width() / 2, menu->sizeHint().height() / 2));
}

bool Presenter::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::MouseMove || type == QEvent::HoverMove)
        m_stage->movePointer(QCursor::pos());
    if (type != QEvent::KeyPress && type != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    // A key is seen once at the window and once more at the widget that has the focus: the first is enough. As a
    // shortcut it would be taken away before.
    auto* widget = qobject_cast<QWidget*>(watched);
    const bool ours = widget && (widget->window() == m_stage.data() || widget->window() == &m_window);
    if (!ours || QApplication::activeModalWidget() || QApplication::activePopupWidget())
        return QObject::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (type == QEvent::ShortcutOverride) {
        if (key->modifiers() == Qt::NoModifier && key->key() != Qt::Key_F5)
            event->accept();
        return false;
    }
    if (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    return pressed(key->key(), key->text());
}

} // namespace deltascope::window

#include "moc_presenter.cpp"
