// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/document_file.h"

#include "documents/document_json.h"
#include "files/opening.h"
#include "files/saving.h"
#include "maps/natural_map.h"
#include "reports/map_text.h"
#include "workspace/maps/map_control.h"
#include "workspace/workspace.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace deltascope::storage {

namespace {

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

DocumentFile::DocumentFile(workspace::Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_saved(workspace.document())
{
    connect(&workspace, &workspace::Workspace::scenarioChanged, this, &DocumentFile::changed);
    connect(&workspace, &workspace::Workspace::pinsChanged, this, &DocumentFile::changed);
    connect(&workspace, &workspace::Workspace::questionChanged, this, &DocumentFile::changed);
}

std::optional<Error> DocumentFile::open(const QString& path)
{
    const Result<files::OpenedDocument> opened = files::openDocument(path);
    if (!opened)
        return opened.error();
    m_notices = opened->notices;
    m_workspace.show(opened->document);
    bringCells(*opened);
    // A picture of a document is not the document's file: saving must not write JSON over a PNG.
    const bool ours = QFileInfo(path).suffix().compare(QStringLiteral("deltascope"), Qt::CaseInsensitive) == 0;
    stay(ours ? QFileInfo(path).absoluteFilePath() : QString(), opened->document);
    m_stamp = hashOf(QByteArray::fromStdString(opened->bytes));
    emit changed();
    emit replaced();
    return std::nullopt;
}

/// The cells of a map's file are shown as they are: they may have taken a cluster.
void DocumentFile::bringCells(const files::OpenedDocument& opened)
{
    constexpr std::size_t kMost = 64u << 20; // bytes that are read again without a wait that anybody notices
    if (!opened.document.question.map || opened.document.question.step > 0 || opened.bytes.size() > kMost)
        return;
    if (Result<reports::SavedMap> saved = reports::readMapJson(opened.bytes))
        m_workspace.map().bring(opened.document, m_workspace.dataFolder(), std::move(saved->map));
}

std::optional<Error> DocumentFile::save(const QString& path)
{
    const model::Document document = m_workspace.document();
    const QByteArray bytes = json();
    // A file that could not be opened again (hundreds of pins, megabytes of layers) is refused while the work is still
    // here.
    if (const Result<model::Document> again = documents::readDocument(bytes.toStdString()); !again)
        return Error{Fault::unwritable,
            {translatable("core", "“%1” could not be opened again, so it is not written: %2"),
                {path.toStdString(), again.error().what}}};
    if (std::optional<Error> error = files::writeFile(path, bytes))
        return error;
    stay(QFileInfo(path).absoluteFilePath(), document);
    m_stamp = hashOf(bytes);
    emit changed();
    return std::nullopt;
}

void DocumentFile::startNew(const model::Document& document)
{
    m_workspace.show(document);
    stay({}, document);
    emit changed();
    emit replaced();
}

void DocumentFile::recover(const model::Document& document, const QString& path)
{
    m_workspace.show(document);
    m_path = path;
    m_saved.reset();
    m_stamp.reset();
    emit changed();
    emit replaced();
}

QString DocumentFile::name() const
{
    return m_path.isEmpty() ? tr("Untitled") : QFileInfo(m_path).fileName();
}

bool DocumentFile::modified() const
{
    if (!m_saved || m_saved->scenario != m_workspace.scenario() || m_saved->pins != m_workspace.pins())
        return true;
    const std::optional<model::Map>& map = m_workspace.question().map;
    return map != m_saved->question.map && (m_saved->question.map || map != maps::naturalMap(m_saved->scenario));
}

bool DocumentFile::changedOnDisk() const
{
    if (m_path.isEmpty() || !m_stamp)
        return false;
    QFile file(m_path);
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly))
        return false; // gone: saving puts it back and overwrites nothing
    return hashOf(file.readAll()) != *m_stamp;
}

QByteArray DocumentFile::json() const
{
    return QByteArray::fromStdString(documents::writeDocument(m_workspace.document()));
}

void DocumentFile::stay(const QString& path, const model::Document& saved)
{
    m_path = path;
    m_saved = saved;
    m_stamp.reset();
}

} // namespace deltascope::storage

#include "moc_document_file.cpp"
