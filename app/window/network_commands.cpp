// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/network_commands.h"

#include "files/saving.h"
#include "imported/file_format.h"
#include "process/memory_shortage.h"
#include "reports/network_format.h"
#include "reports/npz_archive.h"
#include "text/language.h"
#include "window/dialogs/network_dialog.h"
#include "workspace/training_control.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>
#include <new>
#include <optional>

namespace deltascope::window {

namespace {

QString suffixOf(const reports::NetworkFormat& format)
{
    return QString::fromUtf8(format.suffix.data(), static_cast<qsizetype>(format.suffix.size()));
}

/// What the thread of a reading hands back.
struct Reading {
    std::shared_ptr<const imported::ImportedNetwork> network;
    std::optional<Error> error;
};

/// A network on its way into a file, and its numbers into one beside it.
struct Leaving {
    const reports::NetworkFormat& format;
    QString path;
    reports::NetworkExport made; ///< without a network: it is to be made
    data::DataFolder folder;
    std::optional<Error> error = {};

    QString numbersPath() const
    {
        const QFileInfo file(path);
        return file.path() + u'/' + file.completeBaseName() + QStringLiteral(".npz");
    }

    std::optional<Error> write()
    {
        if (!made.network) {
            Result<reports::NetworkExport> now = reports::networkExport(made.scenario, folder);
            if (!now)
                return now.error();
            made = *std::move(now);
        }
        if (format.numbersBeside)
            if (std::optional<Error> failed =
                    files::writeFile(numbersPath(), QByteArray::fromStdString(reports::npzOf(made))))
                return failed;
        return files::writeFile(path, [&](const reports::TextSink& sink) -> std::optional<Error> {
            format.write(made, QFileInfo(numbersPath()).fileName().toStdString(), sink, {});
            return std::nullopt;
        });
    }
};

} // namespace

NetworkCommands::NetworkCommands(workspace::Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
}

void NetworkCommands::open()
{
    auto* dialog = new QFileDialog(
        m_window, tr("Open a network"), m_folder, tr("Networks (*.safetensors *.npz *.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NetworkCommands::openPath);
    dialog->open();
}

void NetworkCommands::openPath(const QString& path)
{
    m_folder = QFileInfo(path).absolutePath();
    auto reading = std::make_shared<Reading>();
    m_thread.post(
        [reading, name = path.toStdString()](const std::stop_token&) {
            try {
                Result<imported::ImportedNetwork> read = imported::openNetwork(name);
                if (read)
                    reading->network = std::make_shared<const imported::ImportedNetwork>(*std::move(read));
                else
                    reading->error = read.error();
            } catch (const std::bad_alloc&) { // it must not leave the thread
                reading->error = process::notEnoughMemory();
            }
        },
        [this, reading] {
            if (reading->error)
                m_workspace.report(*reading->error);
            else if (reading->network)
                take(reading->network);
        });
}

bool NetworkCommands::isWaitedFor(const imported::ImportedNetwork& network) const
{
    const auto waits = [&](const model::Scenario& scenario) {
        return model::startsFromFile(scenario) && scenario.network.fingerprint == network.fingerprint
            && !data::networkOf(scenario, m_workspace.dataFolder());
    };
    return waits(m_workspace.scenario()) || std::ranges::any_of(m_workspace.pins(), waits, &model::Pin::scenario);
}

void NetworkCommands::take(const std::shared_ptr<const imported::ImportedNetwork>& network)
{
    if (isWaitedFor(*network)) {
        m_workspace.addNetwork(network);
        return;
    }
    auto* dialog = new dialogs::NetworkDialog(m_workspace, network, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void NetworkCommands::fillExport(QMenu& menu)
{
    menu.clear();
    const auto all = reports::network_formatsRegistry();
    std::vector<const reports::NetworkFormat*> formats(all.begin(), all.end());
    std::ranges::sort(formats, std::greater(), &reports::NetworkFormat::rank); // programs first
    for (const reports::NetworkFormat* format : formats) {
        QAction* action = menu.addAction(
            tr("%1…").arg(text::toText({format->name, {}})), this, [this, format] { exportAs(*format); });
        const Message why = format->refusal ? format->refusal(m_workspace.scenario()) : Message{};
        action->setEnabled(why.empty());
        action->setToolTip(why.empty() ? QString() : text::toText(why));
    }
}

void NetworkCommands::exportAs(const reports::NetworkFormat& format)
{
    auto* dialog = new QFileDialog(m_window, tr("Export the network"),
        (m_folder.isEmpty() ? QString() : m_folder + u'/') + tr("network") + suffixOf(format),
        QStringLiteral("%1 (*%2)").arg(text::toText({format.name, {}}), suffixOf(format)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffixOf(format).mid(1));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, kind = &format](const QString& path) { exportTo(*kind, path); });
    dialog->open();
}

void NetworkCommands::exportTo(const reports::NetworkFormat& format, const QString& path)
{
    m_folder = QFileInfo(path).absolutePath();
    const results::Snapshot& shown = m_workspace.snapshot();
    auto leaving = std::make_shared<Leaving>(Leaving{.format = format,
        .path = path,
        .made = {.scenario = m_workspace.scenario(), .step = 0, .data = nullptr, .network = nullptr},
        .folder = m_workspace.dataFolder()});
    if (shown.step > 0 && shown.network && shown.data) { // trained, as it is shown
        leaving->made.step = shown.step;
        leaving->made.data = shown.data;
        leaving->made.network = shown.network;
    }
    m_thread.post(
        [leaving](const std::stop_token&) {
            try {
                leaving->error = leaving->write();
            } catch (const std::bad_alloc&) { // it must not leave the thread
                leaving->error = process::notEnoughMemory();
            }
        },
        [this, leaving] {
            if (leaving->error) {
                m_workspace.report(*leaving->error);
                return;
            }
            QStringList paths{leaving->path};
            if (leaving->format.numbersBeside)
                paths << leaving->numbersPath();
            emit written(paths);
        });
}

bool NetworkCommands::isNetworkFile(const QString& path)
{
    if (imported::isNetworkName(path.toStdString()))
        return true;
    QFile file(path);
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) || !QFileInfo(path).isFile()
        || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(64).simplified();
    return start.startsWith("{\"weights\"") || start.startsWith("{ \"weights\"");
}

} // namespace deltascope::window

#include "moc_network_commands.cpp"
