// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parameters/parameters.h"

#include <QWidget>

class QLabel;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::controls {

class NumberEdit;

/// One number of the question (K, the count of seeds): its symbol and a field, small enough for a figure's header. From
/// its row of questionParameters().
class QuestionNumber : public QWidget {
    Q_OBJECT
public:
    QuestionNumber(
        workspace::Workspace& workspace, const parameters::Parameter<model::Question>& parameter, QWidget* parent);

    NumberEdit& field() const { return *m_field; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void put(double value);
    void step(double steps);
    void showQuestion();
    void retranslate();

    workspace::Workspace& m_workspace;
    const parameters::Parameter<model::Question>& m_parameter;
    QLabel* m_label;
    NumberEdit* m_field;
};

/// A number for each of these keys that is the question's; the others are choices, for menus.
std::vector<QuestionNumber*> questionNumbers(workspace::Workspace& workspace, const char* keys, QWidget* parent);

} // namespace deltascope::controls
