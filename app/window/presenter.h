// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QPointer>
#include <QSize>

#include <string>
#include <vector>

class QMainWindow;
class QWidget;

namespace deltascope::playing {
class Walking;
}
namespace deltascope::views {
class FigureGrid;
}
namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::window {

/// The presenter view: full screen, large type, thick pens, few controls, high contrast and a halo around the pointer.
/// PageDown and PageUp (a clicker) go through the lesson's steps, through the stages of a walk where there is one or no
/// lesson, Space plays the walk back, B makes the screen black, a digit shows one figure large, Esc leaves.
class Presenter : public QObject {
    Q_OBJECT
public:
    /// `aside`: what is put away meanwhile (menus, bars, panels that are not for the audience).
    Presenter(workspace::Workspace& workspace, views::FigureGrid& figures, playing::Walking& walking,
        QMainWindow& window, std::vector<QWidget*> aside);
    ~Presenter() override;

    bool isOn() const { return m_on; }
    void toggle() { m_on ? leave() : enter(); }
    void enter();
    void leave();

signals:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Aside {
        QPointer<QWidget> widget;
        bool visible;
    };
    struct Enlarged {
        QPointer<QWidget> widget;
        QSize minimum, icon; // as they were
    };
    void enlarge(QWidget* widget);
    bool pressed(int key, Qt::KeyboardModifiers modifiers);
    bool typing() const;
    bool walked(int key);
    void chooseControls();
    void setScale(double scale);
    void fitTitles();
    void restoreLayout();
    void blacken(bool black);
    void moveHalo();

    workspace::Workspace& m_workspace;
    views::FigureGrid& m_figures;
    playing::Walking& m_walking;
    QMainWindow& m_window;
    std::vector<QWidget*> m_asideParts;
    std::vector<Aside> m_aside; // as they were
    std::vector<Enlarged> m_enlarged; // what is touched
    QWidget *m_black, *m_halo;
    QByteArray m_layout; // of the window's panels, before
    QFont m_font;
    std::vector<std::string> m_hidden; // controls, as they were
    bool m_on = false, m_wasFullScreen = false;
};

} // namespace deltascope::window
