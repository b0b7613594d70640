// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/preset_note.h"

#include "documents/preset_json.h"
#include "text/language.h"
#include "window/widgets/icons.h"
#include "workspace/preset_session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace deltascope::panels {

PresetNote::PresetNote(workspace::PresetSession& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_words(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("preset_note"));
    setFrameShape(QFrame::StyledPanel);
    m_words->setObjectName(QStringLiteral("preset_note_words"));
    m_words->setTextFormat(Qt::RichText);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_close->setObjectName(QStringLiteral("preset_note_close"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 2, 2);
    row->addWidget(m_words, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_words, &QLabel::linkActivated, this, [this] {
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
    showState();
}

/// Undo goes back to another preset, whose note it is not.
void PresetNote::showState()
{
    const bool shown = m_preset && m_session.present() == m_preset;
    setVisible(shown);
    if (!shown)
        return;
    const QString name = text::toText(m_preset->name), look = text::toText(m_preset->lookFor);
    m_words->setText(QStringLiteral("<b>%1</b>&nbsp; %2&nbsp; <a href=\"lecture\">%3</a>")
                         .arg(name.toHtmlEscaped(), look.toHtmlEscaped(), tr("Add to my lecture").toHtmlEscaped()));
    m_words->setToolTip(QStringLiteral("<p>%1</p>").arg(text::toText(m_preset->source).toHtmlEscaped()));
    setAccessibleName(tr("What to look for: %1").arg(look));
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
