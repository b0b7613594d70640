// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/panel_area.h"

#include "workspace/lesson_session.h"
#include "workspace/store/scenario_store.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <utility>

namespace deltascope::panels {

namespace {

// The words take a third of a frame's time. What moves under the hand is drawn first, and they follow within the frame.
constexpr std::chrono::milliseconds kBehind{10};

} // namespace

PanelArea::PanelArea(workspace::Workspace& workspace, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_cover(new QLabel(viewport()))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_cover->setAlignment(Qt::AlignCenter);
    m_cover->setWordWrap(true);
    m_cover->hide();
    setFocusPolicy(Qt::NoFocus); // what is in it is reached by itself, and scrolls into view
    m_behind.setSingleShot(true);
    m_behind.setTimerType(Qt::PreciseTimer);
    connect(&m_behind, &QTimer::timeout, this, &PanelArea::showNow);
    connect(&workspace, &workspace::Workspace::snapshotChanged, this, &PanelArea::refresh);
    connect(&workspace, &workspace::Workspace::questionChanged, this, &PanelArea::refresh);
    connect(&workspace, &workspace::Workspace::viewChanged, this, &PanelArea::refresh);
    connect(&workspace.lesson(), &workspace::LessonSession::changed, this, &PanelArea::showCover);
}

void PanelArea::setContent(QWidget* content)
{
    setWidget(content);
    retranslate();
}

QSize PanelArea::minimumSizeHint() const
{
    const int content = widget() ? widget()->minimumSizeHint().width() : 0;
    return {content + verticalScrollBar()->sizeHint().width(), 3 * fontMetrics().lineSpacing()};
}

void PanelArea::showCover()
{
    if (!showsResults())
        return;
    const bool covered = m_workspace.lesson().covers(property("panel").toString().toStdString());
    widget()->setVisible(!covered);
    m_cover->setVisible(covered);
    m_cover->setText(m_workspace.lesson().coverText());
    m_cover->setGeometry(viewport()->rect());
}

void PanelArea::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    m_cover->setGeometry(viewport()->rect());
}

void PanelArea::refresh()
{
    if (!isVisible())
        return;
    if (!showsResults() || !m_workspace.store().inGesture())
        showNow();
    else if (!m_behind.isActive())
        m_behind.start(kBehind);
}

void PanelArea::showNow()
{
    m_behind.stop();
    if (!isVisible())
        return;
    showState();
    if (const int least = minimumSizeHint().width(); std::exchange(m_least, least) != least)
        updateGeometry(); // rows came that want another width
}

void PanelArea::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    const QEvent::Type type = event->type();
    if (!widget())
        return;
    if (type == QEvent::LanguageChange) {
        retranslate();
        showCover();
    }
    if (type == QEvent::LanguageChange || type == QEvent::PaletteChange || type == QEvent::FontChange)
        refresh();
    if (type == QEvent::FontChange) // those in it get the new font in no set order: what depends on their sizes, after
        QMetaObject::invokeMethod(this, &PanelArea::refresh, Qt::QueuedConnection);
}

int PanelArea::contentHeight(int width) const
{
    const QWidget* content = widget();
    const int least = content->minimumSizeHint().height();
    return content->hasHeightForWidth() ? std::max(least, content->heightForWidth(width)) : least;
}

void PanelArea::showEvent(QShowEvent* event)
{
    m_workspace.require(this, results::needs<evaluation::Evaluation>());
    showNow();
    QScrollArea::showEvent(event);
}

void PanelArea::hideEvent(QHideEvent* event)
{
    m_workspace.require(this, {});
    QScrollArea::hideEvent(event);
}

} // namespace deltascope::panels

#include "moc_panel_area.cpp"
