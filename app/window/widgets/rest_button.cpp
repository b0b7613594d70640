// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/widgets/rest_button.h"

#include "window/widgets/caption_label.h"

#include <QSignalBlocker>

namespace deltascope::widgets {

RestButton::RestButton(CaptionLabel& caption, Qt::ArrowType opens, QWidget* parent)
    : QToolButton(parent)
    , m_caption(caption)
    , m_opens(opens)
{
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(fontMetrics().lineSpacing());
    hide();
    connect(this, &QToolButton::toggled, this, [this](bool all) {
        m_caption.setExpanded(all);
        showState();
    });
    connect(&caption, &CaptionLabel::shortenedChanged, this, &RestButton::showState);
}

void RestButton::setWords(const QString& all, const QString& oneLine)
{
    m_all = all;
    m_oneLine = oneLine;
    showState();
}

void RestButton::setAllowed(bool allowed)
{
    m_allowed = allowed;
    showState();
}

void RestButton::showState()
{
    const QSignalBlocker blocker(this);
    const bool all = m_caption.isExpanded();
    setVisible(m_allowed && (all || m_caption.isShortened()));
    setChecked(all);
    setArrowType((m_opens == Qt::UpArrow) == all ? Qt::DownArrow : Qt::UpArrow);
    setToolTip(all ? m_oneLine : m_all);
    setAccessibleName(toolTip());
    setWhatsThis(toolTip());
}

} // namespace deltascope::widgets

#include "moc_rest_button.cpp"
