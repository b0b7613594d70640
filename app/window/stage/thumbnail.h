// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure_kind.h"

#include <QAbstractButton>
#include <QPixmap>
#include <QTimer>

namespace deltascope::plot {
class PlotWidget;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

/// A small picture of a figure with its number and its name, of what the workspace knows; a few times a second at most.
class Thumbnail : public QAbstractButton {
    Q_OBJECT
public:
    Thumbnail(workspace::Workspace& workspace, int number, QWidget* parent);

    void show(const figures::FigureKind& kind, bool onStage);
    const figures::FigureKind* kind() const { return m_kind; }
    bool onStage() const { return m_onStage; }
    void refreshNow(); ///< draws now what is waiting (tests, screenshots)

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void schedule();
    void retranslate();

    workspace::Workspace& m_workspace;
    int m_number;
    const figures::FigureKind* m_kind = nullptr;
    bool m_onStage = false;
    plot::PlotWidget* m_plot; // never seen itself: its picture is
    QPixmap m_picture;
    QTimer m_late;
};

} // namespace deltascope::stage
