// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/presenter.h"

#include "parameters/parameters.h"
#include "window/playing/walking.h"
#include "window/views/figure_grid.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLayout>
#include <QLineEdit>
#include <QMainWindow>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace deltascope::window {

namespace {

constexpr double kLeast = 1.5; // times the type of the desk
constexpr double kReadable = 600; // pixels of height for each unit of it: the same share of the picture on every screen
constexpr std::size_t kFigures = 2; // below the drawing
constexpr std::size_t kControls = 4;
constexpr int kHalo = 88; // pixels across
constexpr QSize kTarget(32, 32); // of what a finger is to hit

/// What is read from the last row depends on the share of the picture that a letter takes.
double scaleFor(int height)
{
    return std::max(kLeast, height / kReadable);
}

class Halo : public QWidget {
public:
    explicit Halo(QWidget* parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFixedSize(kHalo, kHalo);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        constexpr int kPen = 4;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(QColor(255, 200, 0, 70));
        painter.setPen(QPen(QColor(230, 120, 0, 200), kPen));
        painter.drawEllipse(rect().adjusted(kPen, kPen, -kPen, -kPen));
    }
};

} // namespace

Presenter::Presenter(workspace::Workspace& workspace, views::FigureGrid& figures, playing::Walking& walking,
    QMainWindow& window, std::vector<QWidget*> aside)
    : QObject(&window)
    , m_workspace(workspace)
    , m_figures(figures)
    , m_walking(walking)
    , m_window(window)
    , m_asideParts(std::move(aside))
    , m_black(new QWidget(&window))
    , m_halo(new Halo(&window))
{
    m_black->setAutoFillBackground(true);
    m_black->setPalette(QPalette(Qt::black));
    m_black->setObjectName(QStringLiteral("black"));
    m_black->hide();
}

Presenter::~Presenter()
{
    if (m_on)
        QApplication::setFont(m_font);
}

void Presenter::enter()
{
    if (m_on)
        return;
    m_on = true;
    m_layout = m_window.saveState();
    m_font = QApplication::font();
    m_aside.clear();
    for (QWidget* part : m_asideParts) {
        m_aside.push_back({part, !part->isHidden()});
        part->hide();
    }
    m_hidden = m_workspace.hidden();
    if (m_hidden.empty())
        chooseControls();
    m_figures.setMost(kFigures);
    m_wasFullScreen = m_window.isFullScreen();
    m_window.showFullScreen();
    setScale(scaleFor(m_window.screen()->size().height()));
    for (QWidget* widget : m_window.findChildren<QWidget*>())
        enlarge(widget);
    if (QWidget* focus = m_window.focusWidget())
        focus->clearFocus(); // so that no field takes a clicker's keys
    qApp->installEventFilter(this);
    moveHalo();
    emit changed();
}

void Presenter::leave()
{
    if (!m_on)
        return;
    m_on = false;
    qApp->removeEventFilter(this);
    blacken(false);
    m_halo->hide();
    for (const Enlarged& each : m_enlarged) {
        if (each.widget)
            each.widget->setMinimumSize(each.minimum);
        if (auto* button = qobject_cast<QAbstractButton*>(each.widget.data()))
            button->setIconSize(each.icon);
    }
    m_enlarged.clear();
    m_figures.setMost(0);
    m_figures.setLarge(-1);
    setScale(1);
    if (!m_workspace.lesson().lesson())
        m_workspace.setHidden(m_hidden);
    for (const Aside& each : m_aside)
        if (each.widget)
            each.widget->setVisible(each.visible);
    if (!m_wasFullScreen)
        m_window.showNormal();
    restoreLayout();
    emit changed();
}

/// Larger type has made the panels wider. A panel that came or went meanwhile, as a lesson's does, stays as it is now.
void Presenter::restoreLayout()
{
    std::vector<std::pair<QDockWidget*, bool>> now;
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        now.emplace_back(dock, !dock->isHidden());
    m_window.restoreState(m_layout);
    for (const auto& [dock, shown] : now) {
        const bool comes = shown && dock->isHidden();
        dock->setVisible(shown);
        if (comes)
            dock->raise(); // in front of the panels whose place it shares
    }
}

/// Boards are touched: nothing is smaller than a finger.
void Presenter::enlarge(QWidget* widget)
{
    const bool touched = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QAbstractSlider*>(widget)
        || qobject_cast<QLineEdit*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QAbstractSpinBox*>(widget);
    const bool partOfSpinBox = qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
    const bool ofTheDock = widget->objectName().startsWith(QStringLiteral("qt_"));
    if (!touched || partOfSpinBox || ofTheDock || qobject_cast<QScrollBar*>(widget)
        || std::ranges::find(m_enlarged, widget, [](const Enlarged& each) { return each.widget.data(); })
            != m_enlarged.end())
        return;
    auto* button = qobject_cast<QAbstractButton*>(widget);
    m_enlarged.push_back({widget, widget->minimumSize(), button ? button->iconSize() : QSize()});
    if (button)
        button->setIconSize(button->iconSize() * m_workspace.presentation());
    widget->setMinimumHeight(std::max(widget->minimumHeight(), kTarget.height()));
    if (qobject_cast<QToolButton*>(widget)) // the others are wider by what is written on them
        widget->setMinimumWidth(std::max(widget->minimumSizeHint().width(), kTarget.width()));
}

/// The first few of the table that mean something here.
void Presenter::chooseControls()
{
    const model::Scenario& scenario = m_workspace.scenario();
    std::vector<std::string> hidden;
    std::size_t shown = 0;
    for (const parameters::Parameter<model::Scenario>& row : parameters::scenarioParameters()) {
        const bool means = !row.idle || row.idle(scenario).empty();
        const bool control = (row.choices || parameters::typeOf(row).number) && !row.randomizable; // chance is no topic
        if (!control || !means || shown >= kControls)
            hidden.emplace_back(row.key);
        else
            ++shown;
    }
    m_workspace.setHidden(std::move(hidden));
}

void Presenter::setScale(double scale)
{
    QFont font = m_font;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    QApplication::setFont(font);
    m_workspace.setPresentation(scale);
    // The widgets hear of their type by events that are on their way, and what they then need by others.
    QTimer::singleShot(0, this, [this] {
        fitTitles();
        if (!m_on)
            restoreLayout();
    });
}

/// A dock does not notice by itself that its title has other type.
void Presenter::fitTitles()
{
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        for (QAbstractButton* button : dock->findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly)) {
            QEvent restyled(QEvent::StyleChange);
            QCoreApplication::sendEvent(button, &restyled);
        }
        dock->layout()->invalidate();
    }
}

bool Presenter::typing() const
{
    QWidget* focus = QApplication::focusWidget();
    return qobject_cast<QLineEdit*>(focus) || qobject_cast<QAbstractSpinBox*>(focus);
}

/// The keys of a walk; without a lesson a clicker begins one, and Space sends the gradient back.
bool Presenter::walked(int key)
{
    const bool space = key == Qt::Key_Space;
    if (space && (typing() || qobject_cast<QAbstractButton*>(QApplication::focusWidget())))
        return false; // it types, or presses the button
    if (m_walking.pressed(key))
        return true;
    if (space && !m_workspace.lesson().covered())
        m_walking.walkBack();
    else if (key == Qt::Key_PageDown && m_workspace.lesson().lesson() == nullptr)
        m_walking.begin();
    else
        return false;
    return true;
}

bool Presenter::pressed(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (m_black->isVisible()) { // any key brings the picture back
        blacken(false);
        return true;
    }
    if (walked(key))
        return true;
    workspace::LessonSession& lesson = m_workspace.lesson();
    switch (key) {
    case Qt::Key_Escape:
        leave();
        return true;
    case Qt::Key_PageDown:
        if (!lesson.showAnswer())
            lesson.next();
        return lesson.lesson() != nullptr;
    case Qt::Key_PageUp:
        lesson.previous();
        return lesson.lesson() != nullptr;
    default:
        break;
    }
    if (typing())
        return false;
    if (key == Qt::Key_B || key == Qt::Key_Period) { // clickers send either
        blacken(true);
        return true;
    }
    if (key < Qt::Key_0 || key > Qt::Key_9)
        return false;
    const int place = key - Qt::Key_1; // 1 is the drawing, 0 all of them
    m_figures.setLarge(place == m_figures.large() ? -1 : place);
    return true;
}

void Presenter::blacken(bool black)
{
    m_black->setGeometry(m_window.rect());
    m_black->setVisible(black);
    m_black->raise();
}

void Presenter::moveHalo()
{
    const QPoint place = m_window.mapFromGlobal(QCursor::pos());
    m_halo->move(place - QPoint(kHalo / 2, kHalo / 2));
    m_halo->setVisible(m_window.rect().contains(place));
    m_halo->raise();
    if (m_black->isVisible())
        m_black->raise();
}

bool Presenter::eventFilter(QObject* watched, QEvent* event)
{
    const bool here = QApplication::activeModalWidget() == nullptr && QApplication::activePopupWidget() == nullptr;
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::HoverMove)
        moveHalo();
    if (auto* shown = qobject_cast<QWidget*>(watched);
        event->type() == QEvent::Show && shown && m_window.isAncestorOf(shown))
        enlarge(shown);
    if (event->type() == QEvent::Resize && watched == &m_window)
        m_black->setGeometry(m_window.rect());
    // A key is seen once at the window and once more at the widget that has the focus: the first is enough. As a
    // shortcut it would be taken away before.
    if (here && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        && qobject_cast<QWidget*>(watched)) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (event->type() == QEvent::ShortcutOverride) {
            if (key->modifiers() == Qt::NoModifier && key->key() != Qt::Key_F5)
                event->accept();
            return false;
        }
        return pressed(key->key(), key->modifiers());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace deltascope::window

#include "moc_presenter.cpp"
