// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

/// The pinned scenarios in a row, each with a menu: go to it, rename, remove. Not there while nothing is pinned.
class PinBar : public QWidget {
    Q_OBJECT
public:
    explicit PinBar(workspace::Workspace& workspace, QWidget* parent = nullptr);

    /// Pins the present scenario; one that is pinned already is left as it is.
    void pinPresent();
    void rename(std::size_t index, const QString& name);
    void remove(std::size_t index);
    void goTo(std::size_t index); ///< makes the pinned scenario the present one, undoable

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPins();
    void showFailures();
    QWidget* chip(std::size_t index);
    void edit(std::size_t index);

    workspace::Workspace& m_workspace;
    QHBoxLayout* m_row;
    std::vector<model::Pin> m_shown;
};

} // namespace deltascope::views
