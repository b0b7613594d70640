// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::stage {

class StageChoice;
class Thumbnail;

/// Small pictures of all figures in a row, each with its number; what is on the stage is framed. A click puts another
/// one there.
class Filmstrip : public QWidget {
    Q_OBJECT
public:
    Filmstrip(workspace::Workspace& workspace, StageChoice& choice, QWidget* parent);

    int widthFor(int height) const; ///< of pictures of this height
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showState();
    void layOut();

    workspace::Workspace& m_workspace;
    StageChoice& m_choice;
    std::vector<Thumbnail*> m_pictures;
};

} // namespace deltascope::stage
