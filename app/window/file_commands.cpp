// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/file_commands.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "documents/link.h"
#include "files/lessons.h"
#include "files/opening.h"
#include "files/recent_files.h"
#include "files/settings.h"
#include "render/export/export.h"
#include "text/language.h"
#include "text/markup.h"
#include "window/dialogs/table_sheet.h"
#include "window/network_commands.h"
#include "window/views/side_by_side.h"
#include "window/widgets/banner.h"
#include "workspace/data_fit.h"
#include "workspace/lesson_session.h"
#include "workspace/workspace.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace deltascope::window {

FileCommands::FileCommands(
    workspace::Workspace& workspace, storage::DocumentFile& file, widgets::Banner& banner, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_file(file)
    , m_banner(banner)
    , m_window(window)
    , m_networks(new NetworkCommands(workspace, window))
{
    connect(&workspace.store(), &workspace::ScenarioStore::dataChosen, this, [this] {
        const data::DatasetKind* kind = findKind(data::datasetsRegistry(), m_workspace.scenario().data);
        if (kind && kind->usesTable)
            tableSheet().offerForChoice();
    });
}

dialogs::TableSheet& FileCommands::tableSheet()
{
    if (!m_tableSheet)
        m_tableSheet = new dialogs::TableSheet(m_workspace, m_window);
    return *m_tableSheet;
}

void FileCommands::openTable(const QString& path)
{
    tableSheet().offer(path);
}

bool FileCommands::isTable(const QString& path)
{
    QString name = QFileInfo(path).fileName().toLower();
    if (name.endsWith(QStringLiteral(".gz")))
        name.chop(3);
    const bool named = std::ranges::any_of(
        std::initializer_list<QLatin1String>{QLatin1String(".csv"), QLatin1String(".tsv"), QLatin1String(".tab"),
            QLatin1String(".data"), QLatin1String(".dat"), QLatin1String(".txt")},
        [&](QLatin1String suffix) { return name.endsWith(suffix); });
    constexpr qint64 kStart = 256;
    QFile file(path);
    return named && file.open(QIODevice::ReadOnly) && !file.read(kStart).contains("deltascope");
}

void FileCommands::startNew()
{
    whenSafe([this] { m_file.startNew(model::Document()); });
}

void FileCommands::open()
{
    const QString patterns = QStringLiteral("*.deltascope *") + exports::exportSuffixes().join(QStringLiteral(" *"));
    auto* dialog = new QFileDialog(m_window, tr("Open a document or an exported figure"), m_folder,
        tr("Documents and exported figures (%1);;All files (*)").arg(patterns));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileCommands::openPath);
    dialog->open();
}

void FileCommands::compare()
{
    auto* dialog = new QFileDialog(m_window, tr("Compare the present scenario with"), m_folder,
        tr("Documents and exported figures (%1);;All files (*)")
            .arg(QStringLiteral("*.deltascope *") + exports::exportSuffixes().join(QStringLiteral(" *"))));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileCommands::comparePath);
    dialog->open();
}

void FileCommands::comparePath(const QString& path)
{
    const Result<files::OpenedDocument> opened = files::openDocument(path);
    if (!opened) {
        m_workspace.report(opened.error());
        return;
    }
    say(opened->notices);
    const QString name = path.toStdString().starts_with(documents::kLinkPrefix) ? tr("the document of a link")
                                                                                : QFileInfo(path).fileName();
    (new views::SideBySide(m_workspace, opened->document, name, m_window))->show();
}

void FileCommands::openPath(const QString& path)
{
    if (NetworkCommands::isNetworkFile(path)) // an undo step: nothing is lost
        m_networks->openPath(path);
    else if (isTable(path))
        openTable(path);
    else
        whenSafe([this, path] { openNow(path); });
}

void FileCommands::openNow(const QString& path)
{
    if (const std::optional<Error> error = openAny(path)) {
        m_workspace.report(*error);
        return;
    }
    m_folder = QFileInfo(path).absolutePath();
    files::addRecentFile(path);
}

std::optional<Error> FileCommands::openAny(const QString& path)
{
    if (files::isLessonFile(path))
        return m_workspace.lesson().open(path);
    const std::optional<Error> error = m_file.open(path);
    if (!error)
        say(m_file.notices());
    return error;
}

void FileCommands::say(const documents::Notices& notices)
{
    for (std::size_t i = 0; i < notices.size(); ++i)
        m_banner.say({QStringLiteral("notice %1").arg(i), [what = notices[i]] { return text::toText(what); }, {}});
}

void FileCommands::save()
{
    saveThen([] {});
}

void FileCommands::saveAs()
{
    saveAsThen([] {});
}

void FileCommands::saveThen(const std::function<void()>& next)
{
    if (m_file.path().isEmpty())
        saveAsThen(next);
    else if (m_file.changedOnDisk())
        askBeforeOverwriting(m_file.path(), next);
    else
        saveTo(m_file.path(), next);
}

void FileCommands::saveTo(const QString& path, const std::function<void()>& next)
{
    if (const std::optional<Error> error = m_file.save(path)) {
        m_workspace.report(*error);
        return;
    }
    m_folder = QFileInfo(path).absolutePath();
    files::addRecentFile(path);
    next();
}

void FileCommands::saveAsThen(const std::function<void()>& next)
{
    const QString name = m_file.path().isEmpty() ? m_folder + QStringLiteral("/untitled.deltascope") : m_file.path();
    auto* dialog = new QFileDialog(m_window, tr("Save the document"), name, tr("Deltascope documents (*.deltascope)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("deltascope"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, next](const QString& path) { saveTo(path, next); });
    dialog->open();
}

void FileCommands::askBeforeOverwriting(const QString& path, const std::function<void()>& next)
{
    const QString name = QFileInfo(path).fileName();
    m_banner.say({QStringLiteral("overwrite"),
        [name] { return tr("%1 was changed by another program since it was opened here.").arg(name); },
        {{[] { return tr("Overwrite it"); }, [this, path, next] { saveTo(path, next); }},
            {[] { return tr("Save under another name…"); }, [this, next] { saveAsThen(next); }},
            {[] { return tr("Open it again"); }, [this, path] { openNow(path); }}}});
}

void FileCommands::whenSafe(const std::function<void()>& next)
{
    if (!m_file.modified()) {
        next();
        return;
    }
    // A dialog, because work would be lost; window-modal, so that nothing waits for it.
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Unsaved changes"),
        tr("Save the changes to %1 first?").arg(m_file.name()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question->setTextFormat(Qt::PlainText); // a file may have any name
    question->setAttribute(Qt::WA_DeleteOnClose);
    // Qt's own words are English where its catalogues are not installed.
    question->button(QMessageBox::Save)->setText(tr("&Save"));
    question->button(QMessageBox::Discard)->setText(tr("&Discard"));
    question->button(QMessageBox::Cancel)->setText(tr("Cancel"));
    question->setDefaultButton(QMessageBox::Save);
    connect(question, &QMessageBox::buttonClicked, this, [this, question, next](QAbstractButton* button) {
        const QMessageBox::StandardButton answer = question->standardButton(button);
        if (answer == QMessageBox::Save)
            saveThen(next);
        else if (answer == QMessageBox::Discard)
            next();
    });
    question->open();
}

void FileCommands::chooseDataFolder()
{
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), m_workspace.scenario().data);
    if (kind && kind->usesTable) {
        openTable();
        return;
    }
    auto* dialog = new QFileDialog(
        m_window, tr("Folder of the data files"), QString::fromStdString(m_workspace.dataFolder().path));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (const auto settings = files::openSettings())
            settings->setValue(QStringLiteral("data"), path);
        m_workspace.setDataPath(path.toStdString());
        m_workspace.dataFit().fit();
    });
    dialog->open();
}

void FileCommands::copyLink()
{
    const model::Document document = m_workspace.document();
    const std::string link = documents::writeLink(document);
    if (link.size() > documents::kMaxLinkBytes) {
        m_banner.say({QStringLiteral("link"),
            [] { return tr("This document is too long for a link, and the clipboard is as it was: save it instead."); },
            {}});
        return;
    }
    const bool pins = !document.pins.empty();
    QGuiApplication::clipboard()->setText(QString::fromStdString(link));
    m_banner.say({QStringLiteral("link"),
        [pins] {
            return pins ? tr("The link is on the clipboard, without the pins: a saved document holds them.")
                        : tr("The link is on the clipboard. It opens when it is pasted into Deltascope (Ctrl+Shift+V), "
                             "or given as its argument.");
        },
        {}});
}

void FileCommands::paste()
{
    const std::string text = QGuiApplication::clipboard()->text().toStdString();
    documents::Notices notices;
    const Result<model::Document> document = files::documentIn(text, &notices);
    if (!document) {
        m_workspace.report({document.error().fault,
            {translatable("core", "The clipboard holds no document: %1"), {document.error().what}}});
        return;
    }
    whenSafe([this, pasted = *document, notices] {
        m_file.recover(pasted, {});
        say(notices);
    });
}

void FileCommands::fillRecent(QMenu& menu)
{
    menu.clear();
    for (const QString& path : files::recentFiles()) {
        QAction* action = menu.addAction(QFileInfo(path).fileName(), this, [this, path] { openPath(path); });
        action->setToolTip(text::asTip(path));
        action->setEnabled(QFileInfo::exists(path));
    }
    if (menu.isEmpty()) {
        menu.addAction(tr("Nothing opened yet"))->setEnabled(false);
        return;
    }
    menu.addSeparator();
    menu.addAction(tr("Clear this list"), this, [] { files::clearRecentFiles(); });
}

bool FileCommands::acceptsDrop(const QMimeData& data)
{
    return data.hasUrls() || data.hasText();
}

void FileCommands::openDropped(const QMimeData& data)
{
    QStringList local, ignored;
    for (const QUrl& url : data.urls())
        (url.isLocalFile() ? local : ignored) << (url.isLocalFile() ? url.toLocalFile() : url.toDisplayString());
    if (local.isEmpty()) {
        m_workspace.report({Fault::unreadable,
            {translatable("core", "Drop a file of this computer here, not an address or a text."), {}}});
        return;
    }
    if (NetworkCommands::isNetworkFile(local.first())) {
        m_networks->openPath(local.takeFirst());
        if (!local.isEmpty())
            sayNotOpened(local);
        return;
    }
    if (local.size() == 1 && isTable(local.front())) {
        openTable(local.front());
        return;
    }
    whenSafe([this, local, ignored]() mutable {
        bool opened = false;
        std::optional<Error> first;
        for (const QString& path : std::as_const(local)) {
            if (opened) {
                ignored << path;
            } else if (auto error = openAny(path)) {
                first = first ? first : error;
                ignored << path;
            } else {
                opened = true;
                files::addRecentFile(path);
            }
        }
        if (!opened && first)
            m_workspace.report(*first);
        else if (!ignored.isEmpty())
            sayNotOpened(ignored);
    });
}

void FileCommands::sayNotOpened(const QStringList& paths)
{
    m_workspace.report({Fault::unreadable,
        {translatable("core", "One document can be open at a time; not opened: %1."),
            {paths.mid(0, 5).join(QStringLiteral(", ")).toStdString()}}});
}

void FileCommands::offerLostSessions(std::vector<storage::LostSession> lost)
{
    if (lost.empty())
        return;
    const storage::LostSession newest = lost.front();
    const QString name = newest.path.isEmpty() ? tr("Untitled") : QFileInfo(newest.path).fileName();
    lost.erase(lost.begin());
    m_banner.say({QStringLiteral("recovery"), [name] { return tr("Deltascope quit without saving %1.").arg(name); },
        {{[] { return tr("Recover it"); },
             [this, newest, lost] {
                 whenSafe([this, newest, lost] {
                     m_file.recover(newest.document, newest.path);
                     storage::Recovery::forget(newest);
                     offerLostSessions(lost);
                 });
             }},
            {[] { return tr("Discard it"); },
                [this, newest, lost] {
                    storage::Recovery::forget(newest);
                    offerLostSessions(lost);
                }}},
        true});
}

} // namespace deltascope::window

#include "moc_file_commands.cpp"
