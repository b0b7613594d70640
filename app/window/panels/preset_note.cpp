// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/preset_note.h"

#include "documents/preset_json.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/widgets/caption_label.h"
#include "window/widgets/icons.h"
#include "workspace/preset_session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <utility>

namespace deltascope::panels {

PresetNote::PresetNote(workspace::PresetSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_words(new widgets::CaptionLabel(this))
    , m_whole(new QToolButton(this))
    , m_lecture(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("preset_note"));
    m_words->setObjectName(QStringLiteral("preset_note_words"));
    m_words->keepBeginning();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 2, 0);
    row->addWidget(m_words, 1);
    const std::pair<QToolButton*, const char*> buttons[] = {
        {m_whole, "preset_note_whole"}, {m_lecture, "preset_note_lecture"}, {m_close, "preset_note_close"}};
    for (const auto& [button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedHeight(fontMetrics().lineSpacing());
        row->addWidget(button, 0, Qt::AlignTop);
    }
    m_whole->setCheckable(true);
    connect(m_whole, &QToolButton::toggled, this, [this](bool all) {
        m_words->setExpanded(all);
        showWhole();
    });
    connect(m_words, &widgets::CaptionLabel::shortenedChanged, this, &PresetNote::showWhole);
    connect(m_lecture, &QToolButton::clicked, this, [this] {
        if (m_preset)
            emit lectureWanted(m_preset->id);
    });
    connect(m_close, &QToolButton::clicked, this, [this] { open(nullptr); });
    connect(&session, &workspace::PresetSession::chosen, this, &PresetNote::open);
    connect(&session, &workspace::PresetSession::changed, this, &PresetNote::showState);
    showState();
}

void PresetNote::showWhole()
{
    const bool all = m_words->isExpanded();
    const QSignalBlocker blocker(m_whole);
    m_whole->setVisible(all || m_words->isShortened());
    m_whole->setChecked(all);
    m_whole->setArrowType(all ? Qt::UpArrow : Qt::DownArrow);
    m_whole->setToolTip(all ? tr("One line of what to look for") : tr("All of what to look for"));
    m_whole->setAccessibleName(m_whole->toolTip());
    m_whole->setWhatsThis(m_whole->toolTip());
}

void PresetNote::open(const documents::Preset* preset)
{
    m_preset = preset;
    m_words->setExpanded(false);
    showState();
}

/// Undo goes back to another preset, whose note it is not.
void PresetNote::showState()
{
    const bool shown = m_preset && m_session.present() == m_preset;
    setVisible(shown);
    if (!shown)
        return;
    const QString look = text::toText(m_preset->lookFor);
    m_words->setCaption(look);
    setAccessibleName(tr("What to look for: %1").arg(look));
    m_lecture->setText(tr("Add to my lecture"));
    m_lecture->setToolTip(text::asTip(text::toText(m_preset->source)));
    showWhole();
    m_close->setToolTip(tr("Close what to look for; the gallery of presets has it too"));
    m_close->setAccessibleName(m_close->toolTip());
    m_close->setWhatsThis(m_close->toolTip());
    m_close->setIcon(widgets::icon(QStringLiteral("close"), palette()));
}

void PresetNote::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showState();
}

} // namespace deltascope::panels

#include "moc_preset_note.cpp"
