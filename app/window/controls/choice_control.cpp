// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/controls/choice_control.h"

#include "text/language.h"
#include "window/controls/reset_button.h"
#include "window/controls/row_layout.h"
#include "window/widgets/choice_box.h"
#include "workspace/workspace.h"

#include <QEvent>
#include <QSignalBlocker>

namespace deltascope::controls {

namespace {

QString idOf(std::string_view id)
{
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

} // namespace

ChoiceControl::ChoiceControl(workspace::Workspace& workspace, std::vector<parameters::Choice> choices, QWidget* parent)
    : Control(parent)
    , m_workspace(workspace)
    , m_choices(std::move(choices))
    , m_label(new RowLabel(this))
    , m_list(new widgets::ChoiceBox(this))
    , m_reset(new ResetButton(this))
    , m_note(new QLabel(this))
{
    build();
    connect(m_list, &QComboBox::activated, this,
        [this](int index) { report(put(m_list->itemData(index).toString().toStdString())); });
    const auto reset = [this] { report(putStandard()); };
    connect(m_reset, &QToolButton::clicked, this, reset);
    connect(m_label, &RowLabel::doubleClicked, this, reset);
}

void ChoiceControl::build()
{
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(9);
    m_label->setBuddy(m_list);
    m_label->setTextFormat(Qt::RichText);
    for (const parameters::Choice& choice : m_choices)
        m_list->addItem(text::toText(choice.name), idOf(choice.id));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    setTabOrder(m_list, m_reset);
    setFocusProxy(m_list);
    new RowLayout(this, {.label = m_label, .main = m_list, .field = nullptr, .reset = m_reset, .note = m_note});
}

void ChoiceControl::report(const std::optional<Error>& error)
{
    if (!error)
        return;
    m_workspace.report(*error);
    showScenario(m_workspace.scenario()); // the list stands on what was refused
}

void ChoiceControl::showState(const ChoiceState& state)
{
    m_state = state;
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentIndex(m_list->findData(idOf(state.id)));
    const ControlText words = text();
    const bool usable = state.idle.isEmpty();
    m_label->showWords(words.rich(), state.marked);
    m_label->setEnabled(usable);
    m_list->setEnabled(usable);
    m_reset->setEnabled(usable && !state.atStandard);
    setToolTip(usable ? words.help : state.idle);
    m_note->setText(state.note);
    m_note->setVisible(!state.note.isEmpty());
}

void ChoiceControl::keepRoomForMark()
{
    m_label->keepRoomForMark();
}

QString ChoiceControl::nameOf(std::string_view id) const
{
    for (const parameters::Choice& choice : m_choices)
        if (choice.id == id)
            return text::toText(choice.name);
    return {};
}

void ChoiceControl::retranslate()
{
    const ControlText words = text();
    m_list->setAccessibleName(words.spoken());
    m_list->setAccessibleDescription(words.help);
    const QSignalBlocker blocker(m_list);
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        m_list->setItemText(int(i), text::toText(m_choices[i].name));
    m_reset->setToolTip(resetText());
    m_reset->setAccessibleName(resetText());
    setWhatsThis(words.help);
    setToolTip(m_state.idle.isEmpty() ? words.help : m_state.idle);
}

void ChoiceControl::changeEvent(QEvent* event)
{
    Control::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showScenario(m_workspace.scenario());
    }
}

} // namespace deltascope::controls

#include "moc_choice_control.cpp"
