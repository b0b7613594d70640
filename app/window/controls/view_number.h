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

/// One number of the view (K, the count of seeds): its symbol and a field, small enough for a figure's header. From its
/// row of viewParameters().
class ViewNumber : public QWidget {
    Q_OBJECT
public:
    ViewNumber(
        workspace::Workspace& workspace, const parameters::Parameter<model::ViewState>& parameter, QWidget* parent);

    NumberEdit& field() const { return *m_field; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void put(double value);
    void step(double steps);
    void showView();
    void retranslate();

    workspace::Workspace& m_workspace;
    const parameters::Parameter<model::ViewState>& m_parameter;
    QLabel* m_label;
    NumberEdit* m_field;
};

/// A number for each of these keys that is one; the others are choices, for menus.
std::vector<ViewNumber*> viewNumbers(workspace::Workspace& workspace, const char* keys, QWidget* parent);

} // namespace deltascope::controls
