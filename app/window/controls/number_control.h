// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "window/controls/control.h"
#include "window/controls/gesture.h"
#include "window/controls/slider_scale.h"

#include <optional>

class QLabel;
class QMenu;
class QToolButton;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::controls {

class NumberEdit;
class ParameterSlider;
class ResetButton;
class RowLabel;

/// What a number's row shows.
struct NumberState {
    double value = 0;
    double standard = 0; ///< where reset goes
    bool atStandard = true; ///< reset has nothing to do
    QString idle; ///< why the value means nothing at present; empty: it does
    bool marked = false; ///< set apart from the shared value
};

/// One row for one number: label, slider, number field and reset button.
class NumberControl : public Control {
    Q_OBJECT
public:
    NumberControl(
        workspace::Workspace& workspace, const SliderRange& range, double lower, double upper, QWidget* parent);

    NumberEdit* field() const { return m_field; }
    ParameterSlider* slider() const { return m_slider; }
    ResetButton* resetButton() const { return m_reset; }

protected:
    /// Puts a value into the scenario, or says why not.
    virtual std::optional<Error> put(double value) = 0;
    /// Puts the standard value back.
    virtual void putStandard() = 0;
    /// The words of this control in the present language.
    virtual ControlText text() const = 0;
    /// What the reset button does, in words.
    virtual QString resetText() const;
    /// The undo step's name.
    virtual QString undoText() const;
    /// What else its context menu offers.
    virtual void fillMenu(QMenu&) { }

    void showState(const NumberState& state);
    void retranslate();
    /// Of a control whose values may be marked: its label keeps the room.
    void keepRoomForMark();
    /// Says under the row what was not possible; nothing where it is empty.
    void showProblem(const QString& sentence);
    /// A small button of the row's own, between field and reset.
    QToolButton* addButton();
    workspace::Workspace& workspace() const { return m_workspace; }

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void build();
    bool openMenu(QMenu* menu, const QPoint& globalPosition);
    void showLabel();
    void connectSlider();
    void connectField();
    void step(double steps, double lower, double upper);
    void tryPut(double value);
    void reset();

    workspace::Workspace& m_workspace;
    SliderRange m_initialRange;
    double m_lower, m_upper; // the engine's limits
    NumberState m_state;
    Gesture m_gesture;
    RowLabel* m_label;
    NumberEdit* m_field;
    ResetButton* m_reset;
    ParameterSlider* m_slider;
    QLabel* m_problem;
};

} // namespace deltascope::controls
