// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/document.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;

namespace deltascope::workspace {
class Workspace;
}

namespace deltascope::views {

class FigureView;

/// The present scenario beside another document, in a window of its own: the figures that the view names, each once of
/// either, over the same axes. What moves in the main window moves here; the other is trained as far as the present
/// one.
class SideBySide : public QWidget {
    Q_OBJECT
public:
    /// `present` must outlive this. `name`: of the other document.
    SideBySide(workspace::Workspace& present, const model::Document& other, const QString& name, QWidget* parent);
    ~SideBySide() override;

    workspace::Workspace& other() { return *m_other; }
    struct Pair {
        FigureView *present, *other;
    };
    const std::vector<Pair>& pairs() const { return m_pairs; }
    void refreshNow(); ///< draws now what is waiting (tests, screenshots)

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void showFigures();
    void retranslate();

    workspace::Workspace& m_present;
    std::unique_ptr<workspace::Workspace> m_other;
    QString m_otherName;
    QWidget* m_content;
    QGridLayout* m_grid;
    QLabel *m_presentTitle, *m_otherTitle;
    std::vector<Pair> m_pairs;
};

} // namespace deltascope::views
