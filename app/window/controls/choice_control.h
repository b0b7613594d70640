// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "parameters/parameters.h"
#include "window/controls/control.h"

#include <optional>

class QComboBox;
class QLabel;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::controls {

class ResetButton;
class RowLabel;

/// What a row with a fixed choice shows.
struct ChoiceState {
    std::string id;
    bool atStandard = true; ///< reset has nothing to do
    QString idle = {}; ///< why the choice means nothing at present; empty: it does
    bool marked = false; ///< set apart from the shared one
    QString note = {}; ///< what else is to be known of the choice; empty: nothing
};

/// One row for a fixed choice: label, list and reset button; on two lines where they do not fit on one.
class ChoiceControl : public Control {
    Q_OBJECT
public:
    ChoiceControl(workspace::Workspace& workspace, std::vector<parameters::Choice> choices, QWidget* parent);

    QComboBox* list() const { return m_list; }
    ResetButton* resetButton() const { return m_reset; }

protected:
    /// Puts a choice into the scenario, or says why not.
    virtual std::optional<Error> put(const std::string& id) = 0;
    /// Puts the standard choice back.
    virtual std::optional<Error> putStandard() = 0;
    /// The words of this control in the present language.
    virtual ControlText text() const = 0;
    /// What the reset button does, in words.
    virtual QString resetText() const = 0;

    void showState(const ChoiceState& state);
    void retranslate();
    /// Of a control whose choices may be marked: its label keeps the room.
    void keepRoomForMark();
    QString nameOf(std::string_view id) const; ///< in the present language
    workspace::Workspace& workspace() const { return m_workspace; }
    void changeEvent(QEvent* event) override;

private:
    void build();
    void report(const std::optional<Error>& error);

    workspace::Workspace& m_workspace;
    std::vector<parameters::Choice> m_choices;
    ChoiceState m_state;
    RowLabel* m_label;
    QComboBox* m_list;
    ResetButton* m_reset;
    QLabel* m_note;
};

} // namespace deltascope::controls
