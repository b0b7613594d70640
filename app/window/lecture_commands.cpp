// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/lecture_commands.h"

#include "window/dialogs/lecture_dialog.h"
#include "window/widgets/banner.h"
#include "workspace/workspace.h"

namespace deltascope::window {

LectureCommands::LectureCommands(workspace::Workspace& workspace, widgets::Banner& banner, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_banner(banner)
    , m_window(window)
{
}

void LectureCommands::add(const files::LectureItem& item)
{
    const bool added = files::addLectureMark(item);
    if (m_dialog)
        m_dialog->showMarks();
    m_banner.say({QStringLiteral("lecture"),
        [item, added] {
            const QString name = files::lectureName(item);
            return added ? tr("Added to my lecture: %1.").arg(name) : tr("Already in my lecture: %1.").arg(name);
        },
        {{[] { return tr("Write my lecture…"); }, [this] { offer(); }}}});
}

dialogs::LectureDialog& LectureCommands::dialog()
{
    if (!m_dialog) {
        m_dialog = new dialogs::LectureDialog(m_workspace, m_window);
        connect(m_dialog, &dialogs::LectureDialog::written, this, [this](const QStringList& paths) {
            m_banner.say({QStringLiteral("export"),
                [paths] { return tr("Written: %1.").arg(paths.join(QStringLiteral(", "))); }, {}});
        });
    }
    return *m_dialog;
}

void LectureCommands::offer()
{
    dialog().offer();
}

} // namespace deltascope::window

#include "moc_lecture_commands.cpp"
