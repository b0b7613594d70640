// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/stage/stage.h"

#include "window/playing/walk_bar.h"
#include "window/playing/walking.h"
#include "window/stage/class_vote.h"
#include "window/stage/end_page.h"
#include "window/stage/filmstrip.h"
#include "window/stage/fitted_type.h"
#include "window/stage/halo.h"
#include "window/stage/lesson_strip.h"
#include "window/stage/stage_choice.h"
#include "window/stage/stage_controls.h"
#include "window/stage/touch.h"
#include "window/views/figure_view.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLabel>

#include <algorithm>

namespace deltascope::stage {

namespace {

constexpr double kLeast = 1.5; // times the type of the desk
constexpr double kReadable = 600; // pixels of height for each unit of it: the same share of the picture on every screen
constexpr double kMostStrip = 0.38; // of the height, for words
constexpr double kFoot = 0.145; // of the height, for the filmstrip
constexpr double kSmall = 0.6; // of the type, for what only the lecturer reads
constexpr int kNotice = 8000; // ms

} // namespace

double Stage::scaleFor(int height)
{
    return std::max(kLeast, height / kReadable);
}

int Stage::mostAtOnce(QSize size)
{
    return size.width() >= 1920 && size.height() >= 1080 ? 4 : 1;
}

Stage::Stage(const Parts& parts, Lecturer lecturer, QSize size, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_workspace(parts.workspace)
    , m_choice(parts.choice)
    , m_walking(parts.walking)
    , m_scale(scaleFor(size.height()))
{
    setObjectName(QStringLiteral("stage"));
    setFocusPolicy(Qt::StrongFocus);
    setFont(scaled(QApplication::font(), m_scale)); // before there are parts: they take it over
    m_strip = new LessonStrip(parts.workspace, parts.vote, this);
    m_end = new EndPage(parts.workspace, parts.vote, this);
    if (lecturer == Lecturer::here) {
        m_filmstrip = new Filmstrip(parts.workspace, parts.choice, this);
        m_controls = new StageControls(parts.workspace, this);
        m_walk = new playing::WalkBar(parts.walking, this);
        makeTouchable(*m_walk);
        m_keys = new QLabel(this);
        m_keys->setObjectName(QStringLiteral("stage_keys"));
        m_keys->setTextFormat(Qt::PlainText);
        m_keys->setWordWrap(true);
        m_keys->setAlignment(Qt::AlignRight | Qt::AlignBottom);
        m_keys->setFont(scaled(font(), kSmall));
        connect(m_controls, &StageControls::changed, this, &Stage::layOut);
        connect(&parts.walking, &playing::Walking::changed, this, &Stage::layOut);
    }
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("stage_notice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_notice->setAutoFillBackground(true);
    m_notice->setFrameShape(QFrame::Box);
    m_notice->setMargin(fontMetrics().height() / 3);
    m_notice->hide();
    m_black = new QWidget(this);
    m_black->setAutoFillBackground(true);
    m_black->setPalette(QPalette(Qt::black));
    m_black->setObjectName(QStringLiteral("black"));
    m_black->hide();
    m_halo = new Halo(this);
    m_noticed.setSingleShot(true);
    m_noticed.setInterval(kNotice);
    connect(&m_noticed, &QTimer::timeout, m_notice, &QWidget::hide);
    connect(m_strip, &LessonStrip::changed, this, &Stage::layOut);
    connect(&parts.choice, &StageChoice::changed, this, &Stage::showFigures);
    connect(&parts.workspace, &workspace::Workspace::reported, this,
        [this](const Error& error) { say(text::toText(error.what)); });
    resize(size);
    showFigures();
    setFocus(); // not the first picture: keys are the stage's own
}

std::vector<views::FigureView*> Stage::figures() const
{
    return m_figures;
}

void Stage::showFigures()
{
    const auto kinds = m_choice.shown();
    while (m_figures.size() > kinds.size()) {
        m_figures.back()->hide();
        m_figures.back()->deleteLater();
        m_figures.pop_back();
    }
    while (m_figures.size() < kinds.size()) {
        auto* view = new views::FigureView(m_workspace, *kinds[m_figures.size()], this);
        view->setOnStage(m_scale);
        view->lower(); // behind the page of the end, the notice and the halo
        view->show();
        m_figures.push_back(view);
    }
    for (std::size_t i = 0; i < kinds.size(); ++i)
        m_figures[i]->setKind(*kinds[i]);
    layOut();
}

void Stage::layOut()
{
    const int gap = fontMetrics().height() / 3;
    QRect room = rect().adjusted(gap, gap, -gap, -gap);
    const int words = m_strip->fit({room.width(), static_cast<int>(kMostStrip * height())});
    m_strip->setGeometry(room.left(), room.top(), room.width(), words);
    room.setTop(room.top() + words + (words > 0 ? gap : 0));
    if (const int foot = placeFoot(room); foot > 0)
        room.setBottom(room.bottom() - foot - gap);
    placeFigures(room);
    m_end->setGeometry(room);
    placeNotice(room);
    m_black->setGeometry(rect());
}

bool Stage::showsDrawing() const
{
    const auto shown = m_choice.shown();
    return std::ranges::any_of(
        shown, [this](const figures::FigureKind* kind) { return kind == m_choice.kinds().front(); });
}

QString Stage::keysText() const
{
    if (m_walking.isOn())
        return tr("PageDown, PageUp: a stage on, a stage back · Space: play or pause · Esc: the end of the walk");
    return m_strip->keysText();
}

/// The filmstrip at the foot, and beside it the controls, in their place while there is a walk its bar, which waits
/// above them where the drawing stands. Returns the height of all.
int Stage::placeFoot(const QRect& room)
{
    if (!m_filmstrip)
        return 0;
    const int gap = fontMetrics().height();
    const bool walks = m_walking.isOn();
    const bool controls = m_controlsShown && !walks && !m_controls->empty();
    m_walk->setVisible(walks || showsDrawing());
    m_controls->setVisible(controls);
    const int pictures = static_cast<int>(kFoot * height());
    const int wanted = m_filmstrip->widthFor(pictures);
    const int beside = std::max(controls ? std::max(m_controls->leastWidth(), room.width() * 2 / 5) : 0,
        m_walk->isHidden() ? 0 : m_walk->sizeHint().width());
    const int film = std::min(wanted, room.width() - std::max(beside, room.width() / 4) - gap);
    const int left = room.left() + film + gap, width = room.width() - film - gap;
    m_keys->setText(keysText());
    m_keys->setVisible(!m_keys->text().isEmpty());
    const int keys = m_keys->isHidden() ? 0 : m_keys->heightForWidth(width);
    const int bar = m_walk->isHidden() ? 0 : m_walk->sizeHint().height() + (controls ? fontMetrics().height() / 4 : 0);
    const int foot = std::max(pictures, bar + (controls ? m_controls->heightFor(width) : 0) + keys);
    m_walk->setGeometry(QRect(QPoint(left, room.bottom() + 1 - foot), m_walk->sizeHint()));
    if (controls)
        m_controls->setGeometry(left, room.bottom() + 1 - foot + bar, width, m_controls->heightFor(width));
    m_keys->setGeometry(left, room.bottom() + 1 - keys, width, keys);
    m_filmstrip->setGeometry(room.left(), room.bottom() + 1 - pictures, film, pictures);
    return foot;
}

void Stage::placeFigures(const QRect& room)
{
    const int count = static_cast<int>(m_figures.size());
    const int columns = count == 1 ? 1 : 2, rows = (count + columns - 1) / columns;
    const int gap = fontMetrics().height() / 4;
    const int width = (room.width() - (columns - 1) * gap) / columns;
    const int height = (room.height() - (rows - 1) * gap) / rows;
    for (int i = 0; i < count; ++i)
        m_figures[static_cast<std::size_t>(i)]->setGeometry(
            room.left() + i % columns * (width + gap), room.top() + i / columns * (height + gap), width, height);
}

void Stage::placeNotice(const QRect& room)
{
    if (m_notice->isHidden())
        return;
    const int width = room.width() * 4 / 5;
    const int height = m_notice->heightForWidth(width);
    m_notice->setGeometry(room.left() + (room.width() - width) / 2, room.bottom() - height, width, height);
    m_notice->raise();
}

void Stage::say(const QString& sentence)
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, colours.color(QPalette::ToolTipBase));
    colours.setColor(QPalette::WindowText, colours.color(QPalette::ToolTipText));
    m_notice->setPalette(colours);
    m_notice->setText(sentence);
    m_notice->setAccessibleName(sentence);
    m_notice->show();
    m_noticed.start();
    layOut();
}

void Stage::toggleControls()
{
    m_controlsShown = !m_controlsShown;
    layOut();
}

void Stage::refreshNow()
{
    for (views::FigureView* view : m_figures)
        view->refreshNow();
}

void Stage::blacken(bool black)
{
    m_halo->putAway();
    m_black->setGeometry(rect());
    m_black->setVisible(black);
    m_black->raise();
}

bool Stage::isBlack() const
{
    return m_black->isVisible();
}

void Stage::movePointer(QPoint globalPosition)
{
    const QPoint place = mapFromGlobal(globalPosition);
    if (rect().contains(place) && !isBlack())
        m_halo->moveTo(place);
    else
        m_halo->putAway();
}

void Stage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void Stage::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    emit closed();
}

void Stage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) // after the parts have heard of it
        QMetaObject::invokeMethod(this, &Stage::layOut, Qt::QueuedConnection);
}

} // namespace deltascope::stage

#include "moc_stage.cpp"
