// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a figure's plot: its name, its buttons and its caption. The row above the panels is shared: name
// and buttons have its ends, titles and legend of the plot what is between.
#include "render/plot/plot_widget.h"
#include "render/theme.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/views/figure_view.h"
#include "window/widgets/caption_label.h"
#include "window/widgets/icons.h"
#include "window/widgets/rest_button.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace deltascope::views {

namespace {

constexpr int kSign = 14; // pixels of a button's
constexpr int kPen = 3; // of the frame around what a lesson speaks of

} // namespace

void FigureView::layOut()
{
    m_bar->setContentsMargins(1, 0, 0, 0);
    m_bar->setSpacing(2);
    QFont bold = font();
    bold.setBold(true);
    m_chooser->setFont(bold);
    m_name->setFont(bold);
    m_name->setContentsMargins(4, 2, 4, 2);
    m_name->hide();
    m_chooser->setPopupMode(QToolButton::InstantPopup);
    m_chooser->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_chooser->setMenu(new QMenu(m_chooser));
    m_enlarge->setObjectName(QStringLiteral("enlarge"));
    m_hold->setObjectName(QStringLiteral("hold"));
    m_rest->setObjectName(QStringLiteral("whole_caption"));
    m_hold->setCheckable(true);
    m_enlarge->setCheckable(true);
    for (QToolButton* button : {m_chooser, m_enlarge, m_hold, m_more}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
    }
    m_bar->addWidget(m_chooser);
    m_bar->addWidget(m_name);
    auto* buttons = new QHBoxLayout(m_right);
    buttons->setContentsMargins(0, 0, 1, 0);
    buttons->setSpacing(0);
    for (QToolButton* button : {m_enlarge, m_hold, m_more}) {
        button->setIconSize({kSign, kSign});
        button->setFixedHeight(fontMetrics().lineSpacing() + 6);
        buttons->addWidget(button);
    }
    m_chooser->setFixedHeight(fontMetrics().lineSpacing() + 6);
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setAutoFillBackground(true);
    m_readout->setContentsMargins(6, 1, 6, 1);
    m_readout->hide();
    m_cover->setAlignment(Qt::AlignCenter);
    m_cover->setWordWrap(true);
    m_cover->hide();
    m_plot->setMinimumSize(0, 0);

    auto* over = new QGridLayout;
    over->setContentsMargins(0, 0, 0, 0);
    over->setSpacing(0);
    over->addWidget(m_plot, 0, 0, 2, 3);
    over->addWidget(m_cover, 1, 0, 1, 3);
    over->addWidget(m_left, 0, 0, Qt::AlignLeft | Qt::AlignTop);
    over->addWidget(m_right, 0, 2, Qt::AlignRight | Qt::AlignTop);
    over->setColumnStretch(1, 1);
    over->setRowStretch(1, 1);
    m_left->raise();
    m_right->raise();
    m_readout->raise();
    m_left->installEventFilter(this);
    m_right->installEventFilter(this);
    m_plot->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(over, 1);
    auto* below = new QHBoxLayout;
    layOutCaption(*below);
    column->addLayout(below);
}

void FigureView::layOutCaption(QHBoxLayout& row)
{
    row.setContentsMargins(6, 0, 2, 1);
    row.setSpacing(2);
    QFont small = font(); // of the figures' own type
    small.setPointSizeF(0.92 * small.pointSizeF());
    m_caption->setFont(small);
    row.addWidget(m_caption, 1);
    row.addWidget(m_rest, 0, Qt::AlignRight | Qt::AlignTop);
}

/// On the stage a caption is as it is, and a cover's has no rest.
void FigureView::showRest()
{
    m_rest->setAllowed(m_scale <= 1 && !m_workspace.lesson().covered());
}

/// Tells the plot what is taken of its first row.
void FigureView::shareTopRow()
{
    const QRect left = m_left->geometry(), right = m_right->geometry();
    const bool buttons = m_right->isVisibleTo(this);
    m_plot->setTaken(left.right() + 1 - m_plot->x() + fontMetrics().height() / 2,
        buttons ? m_plot->geometry().right() + 1 - right.left() : 0,
        std::max(left.height(), buttons ? right.height() : 0), text::toText(m_kind->name));
}

bool FigureView::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::Resize || type == QEvent::Move || type == QEvent::Show || type == QEvent::Hide)
        shareTopRow();
    return QFrame::eventFilter(watched, event);
}

/// Once: over the figure's header, or beside the point what has no room there.
void FigureView::showReadout(const QString& text)
{
    const int room = std::max(0, m_right->x() - m_left->geometry().right() - 1);
    const QMargins around = m_readout->contentsMargins();
    const bool whole = m_readout->fontMetrics().horizontalAdvance(text) <= room - around.left() - around.right()
        && m_right->isVisibleTo(this);
    m_readout->setText(whole ? text : QString());
    m_readout->setToolTip(text::asTip(text));
    m_readout->setVisible(whole && !text.isEmpty());
    m_plot->setReadoutBeside(!whole);
    const QSize size = m_readout->sizeHint().boundedTo({room, m_left->height()});
    m_readout->setGeometry(m_right->x() - size.width(), m_left->y(), size.width(), size.height());
}

void FigureView::setChooser(bool offered)
{
    m_chooser->setVisible(offered);
    m_name->setVisible(!offered);
}

void FigureView::setOnStage(double scale)
{
    m_scale = scale;
    setChooser(false);
    m_right->hide();
    m_caption->setMostLines(2);
    applyTheme();
    scheduleRefresh();
}

void FigureView::setBeside()
{
    setChooser(false);
    m_enlarge->hide();
}

void FigureView::setEnlarged(bool enlarged)
{
    m_enlarge->setChecked(enlarged);
    m_enlarge->setToolTip(enlarged ? tr("Back to all figures (Esc)")
                                   : tr("Enlarge this figure (or a double click beside its name); Esc leads back"));
    m_enlarge->setWhatsThis(m_enlarge->toolTip());
    m_enlarge->setAccessibleName(
        (enlarged ? tr("Back to all figures from %1") : tr("Enlarge %1")).arg(text::toText(m_kind->name)));
    m_enlarge->setIcon(widgets::icon(enlarged ? QStringLiteral("reduce") : QStringLiteral("enlarge"), palette()));
}

double FigureView::axesShare() const
{
    const figures::Figure& figure = m_plot->figure();
    double inside = 0;
    for (std::size_t i = 0; i < figure.panels.size(); ++i)
        if (figure.panels[i].axes && m_plot->isVisible()) {
            const QRectF rect = m_plot->panelRect(static_cast<int>(i)).intersected(QRectF(m_plot->rect()));
            inside += rect.width() * rect.height();
        }
    return inside / (static_cast<double>(std::max(1, width())) * std::max(1, height()));
}

void FigureView::retranslate()
{
    m_chooser->setText(text::toText(m_kind->name));
    m_name->setText(text::toText(m_kind->name));
    m_chooser->setToolTip(tr("Choose the figure that is shown here"));
    m_chooser->setAccessibleName(tr("Figure: %1").arg(text::toText(m_kind->name)));
    m_hold->setToolTip(
        tr("Hold the axes as they are now, whatever comes; a double click in the figure fits them again"));
    m_hold->setAccessibleName(tr("Hold the axes"));
    m_more->setToolTip(tr("Export, copy, table, explanation"));
    m_more->setAccessibleName(tr("More for %1").arg(text::toText(m_kind->name)));
    for (QToolButton* button : {m_chooser, m_hold, m_more})
        button->setWhatsThis(button->toolTip());
    m_hold->setIcon(widgets::icon(QStringLiteral("hold"), palette()));
    m_more->setIcon(widgets::icon(QStringLiteral("more"), palette()));
    setEnlarged(m_enlarge->isChecked());
    m_rest->setWords(tr("The whole caption"), tr("One line of the caption"));
    showRest();
    showPointed();
    m_plot->setAccessibleName(text::toText(m_kind->name));
    m_plot->setWhatsThis(text::toText(m_kind->description));
    scheduleRefresh();
}

bool FigureView::isPointedAt() const
{
    return m_workspace.lesson().pointAt() == m_kind->id;
}

/// Makes room for the frame.
void FigureView::showPointed()
{
    const int margin = isPointedAt() ? kPen : 1;
    layout()->setContentsMargins(margin, margin, margin, margin);
    update();
}

/// A frame around the figure that a lesson speaks of.
void FigureView::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!isPointedAt())
        return;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), kPen));
    painter.drawRect(QRectF(rect()).adjusted(kPen / 2.0, kPen / 2.0, -kPen / 2.0, -kPen / 2.0));
}

} // namespace deltascope::views
