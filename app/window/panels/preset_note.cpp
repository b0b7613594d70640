// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/preset_note.h"

#include "documents/preset_json.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/widgets/caption_label.h"
#include "window/widgets/icons.h"
#include "window/widgets/rest_button.h"
#include "workspace/preset_session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace deltascope::panels {

PresetNote::PresetNote(workspace::PresetSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_words(new widgets::CaptionLabel(this))
    , m_rest(new widgets::RestButton(*m_words, Qt::DownArrow, this))
    , m_lecture(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("preset_note"));
    m_words->setObjectName(QStringLiteral("preset_note_words"));
    m_words->keepBeginning();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 2, 0);
    row->addWidget(m_words, 1);
    row->addWidget(m_rest, 0, Qt::AlignTop);
    m_lecture->setObjectName(QStringLiteral("preset_note_lecture"));
    m_close->setObjectName(QStringLiteral("preset_note_close"));
    for (QToolButton* button : {m_lecture, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedHeight(fontMetrics().lineSpacing());
        row->addWidget(button, 0, Qt::AlignTop);
    }
    connect(m_lecture, &QToolButton::clicked, this, [this] {
        if (m_preset)
            emit lectureWanted(m_preset->id);
    });
    connect(m_close, &QToolButton::clicked, this, [this] { open(nullptr); });
    connect(&session, &workspace::PresetSession::chosen, this, &PresetNote::open);
    connect(&session, &workspace::PresetSession::changed, this, &PresetNote::showState);
    showState();
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
    m_rest->setWords(tr("All of what to look for"), tr("One line of what to look for"));
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
