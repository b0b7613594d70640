// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "imported/imported_network.h"
#include "model/scenario.h"

#include <QDialog>

#include <memory>

class QFormLayout;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace deltascope::widgets {
class ChoiceBox;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::dialogs {

/// Shows which array of a file became which layer, what was left out and why, and asks for the activations, which such
/// files seldom say. Then it is one undo step. Not modal.
class NetworkDialog : public QDialog {
    Q_OBJECT
public:
    NetworkDialog(
        workspace::Workspace& workspace, std::shared_ptr<const imported::ImportedNetwork> network, QWidget* parent);

    void accept() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillArrays();
    void fillActivations();
    void showState();
    Result<model::Scenario> chosen() const;

    workspace::Workspace& m_workspace;
    std::shared_ptr<const imported::ImportedNetwork> m_network;
    QLabel *m_heading, *m_hiddenLabel, *m_outputLabel, *m_said, *m_problem;
    QTreeWidget* m_arrays;
    widgets::ChoiceBox *m_hidden, *m_output;
    QPushButton *m_open, *m_cancel;
};

} // namespace deltascope::dialogs
