// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QTimer>

class QLabel;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::panels {

/// A panel at the side of the window: scrolls where it is too low, asks for the evaluation while it can be seen, and
/// shows the workspace's state in one place.
class PanelArea : public QScrollArea {
    Q_OBJECT
public:
    QSize minimumSizeHint() const override;

protected:
    PanelArea(workspace::Workspace& workspace, QWidget* parent);

    /// Shows what the workspace says; called only while the panel can be seen.
    virtual void showState() = 0;
    /// True where it shows results, which a lesson covers until its question is answered (by the id of its kind, which
    /// is its property "panel").
    virtual bool showsResults() const { return true; }
    /// Sets the texts that do not depend on the state.
    virtual void retranslate() { }

    /// The panel's one content, from the constructor of the derived class.
    void setContent(QWidget* content);
    /// Shows the state now if it can be seen, else when it can; results, while something is dragged, after the
    /// figures.
    void refresh();
    void showCover();
    /// What the content needs at this width, in pixels.
    int contentHeight(int width) const;
    workspace::Workspace& workspace() const { return m_workspace; }

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showNow();

    workspace::Workspace& m_workspace;
    int m_least = 0; // width, in pixels
    QTimer m_behind; // runs while a state waits to be shown
    QLabel* m_cover; // in place of the content
};

} // namespace deltascope::panels
