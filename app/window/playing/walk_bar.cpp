// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/playing/walk_bar.h"

#include "window/playing/walking.h"
#include "window/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace deltascope::playing {

WalkBar::WalkBar(Walking& walking, QWidget* parent)
    : QWidget(parent)
    , m_walking(walking)
    , m_back(new QToolButton(this))
    , m_previous(new QToolButton(this))
    , m_play(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_end(new QToolButton(this))
    , m_place(new QLabel(this))
{
    setObjectName(QStringLiteral("walk"));
    build();
    connect(m_back, &QToolButton::clicked, &walking, &Walking::walkBack);
    connect(m_previous, &QToolButton::clicked, &walking, [this] { m_walking.step(-1); });
    connect(m_play, &QToolButton::clicked, &walking, &Walking::togglePlay);
    connect(m_next, &QToolButton::clicked, &walking, [this] { m_walking.step(1); });
    connect(m_end, &QToolButton::clicked, &walking, &Walking::end);
    connect(&walking, &Walking::changed, this, &WalkBar::showWalk);
    retranslate();
}

void WalkBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_back->setObjectName(QStringLiteral("walk_back"));
    m_previous->setObjectName(QStringLiteral("walk_previous"));
    m_play->setObjectName(QStringLiteral("walk_play"));
    m_next->setObjectName(QStringLiteral("walk_next"));
    m_end->setObjectName(QStringLiteral("walk_end"));
    m_place->setObjectName(QStringLiteral("walk_place"));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QToolButton* button : {m_back, m_previous, m_play, m_next, m_end}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIconSize(QSize(18, 18));
        row->addWidget(button);
    }
    row->insertWidget(row->count() - 1, m_place);
}

void WalkBar::showWalk()
{
    const bool on = m_walking.isOn(), playing = m_walking.isPlaying();
    for (QWidget* part : std::initializer_list<QWidget*>{m_previous, m_play, m_next, m_end, m_place})
        part->setVisible(on);
    m_play->setIcon(widgets::icon(playing ? QStringLiteral("pause") : QStringLiteral("play"), palette()));
    m_play->setToolTip(playing ? tr("Pause the walk (Space)") : tr("Play the walk from here (Space)"));
    m_play->setAccessibleName(playing ? tr("Pause the walk") : tr("Play the walk"));
    m_play->setWhatsThis(m_play->toolTip());
    if (!on)
        return;
    window()->installEventFilter(this); // to the front, before that of the bar that plays a parameter
    const int place = m_walking.place(), count = m_walking.count();
    m_previous->setEnabled(place > 0);
    m_next->setEnabled(place + 1 < count);
    const QLocale locale;
    m_place->setText(tr("Stage %1 of %2").arg(locale.toString(place + 1), locale.toString(count)));
}

void WalkBar::retranslate()
{
    const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
        button->setAccessibleName(text);
        button->setToolTip(tip);
        button->setWhatsThis(tip);
    };
    m_back->setText(tr("Walk back"));
    name(m_back, tr("Walk back"),
        tr("Sends the gradient from the output back to layer 1: × w at each link, × σ′ at each neuron"));
    name(m_previous, tr("Stage before"), tr("Back to the stage before (PageUp)"));
    name(m_next, tr("Next stage"), tr("On to the next stage (PageDown)"));
    name(m_end, tr("End the walk"), tr("End the walk: the drawing at rest (Esc)"));
    m_back->setIcon(widgets::icon(QStringLiteral("walk_back"), palette()));
    m_previous->setIcon(widgets::icon(QStringLiteral("previous"), palette()));
    m_next->setIcon(widgets::icon(QStringLiteral("step"), palette()));
    m_end->setIcon(widgets::icon(QStringLiteral("close"), palette()));
    showWalk();
}

void WalkBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::LocaleChange)
        retranslate();
}

bool WalkBar::eventFilter(QObject* watched, QEvent* event)
{
    // Only what no focused control has used, as in the bar that plays a parameter, whose Space is the walk's meanwhile.
    if (watched == window() && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && !(key->isAutoRepeat() && key->key() == Qt::Key_Space)
            && m_walking.pressed(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace deltascope::playing

#include "moc_walk_bar.cpp"
