// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/recovery.h"

#include "documents/document_json.h"
#include "files/opening.h"
#include "files/places.h"
#include "files/saving.h"
#include "reading/file.h"
#include "storage/document_file.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <chrono>

namespace deltascope::storage {

namespace {

constexpr std::chrono::seconds kPause{2}; // after the last change
const QString kSuffix = QStringLiteral(".deltascope");
const QString kPathSuffix = QStringLiteral(".path");
const QString kLockSuffix = QStringLiteral(".lock");

QString textOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void removeCopy(const QString& copy)
{
    QFile::remove(copy);
    QFile::remove(copy + kPathSuffix);
}

} // namespace

Recovery::Recovery(const DocumentFile& file, QObject* parent)
    : QObject(parent)
    , m_file(file)
{
    const QString place = files::recoveryFolder();
    if (place.isEmpty() || !QDir().mkpath(place))
        return;
    m_copy = place + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) + kSuffix;
    m_lock = std::make_unique<QLockFile>(m_copy + kLockSuffix);
    m_lock->setStaleLockTime(0); // stale only when its process is gone
    if (!m_lock->tryLock()) {
        m_lock.reset();
        return;
    }
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Recovery::saveNow);
    connect(&m_file, &DocumentFile::changed, this, &Recovery::scheduleSave);
}

Recovery::~Recovery()
{
    if (m_lock && !m_keep)
        removeCopy(m_copy);
}

std::vector<LostSession> Recovery::lostSessions()
{
    std::vector<LostSession> lost;
    const QString place = files::recoveryFolder();
    if (place.isEmpty())
        return lost;
    const QStringList copies =
        QDir(place).entryList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Time); // newest first
    for (const QString& name : copies) {
        const QString copy = place + QLatin1Char('/') + name;
        QLockFile lock(copy + kLockSuffix);
        lock.setStaleLockTime(0);
        if (!lock.tryLock()) // another window is at work on it
            continue;
        const Result<std::string> bytes = reading::readFile(copy.toStdString(), documents::kMaxDocumentBytes);
        const Result<model::Document> document =
            bytes ? files::documentIn(*bytes) : Result<model::Document>(bytes.error());
        if (document)
            lost.push_back({copy, textOf(copy + kPathSuffix), *document});
        else
            QFile::rename(copy, copy + QStringLiteral(".unreadable"));
    }
    return lost;
}

void Recovery::forget(const LostSession& lost)
{
    removeCopy(lost.copy);
}

void Recovery::saveNow()
{
    if (!m_lock)
        return;
    m_pause.stop();
    if (!m_file.modified()) {
        removeCopy(m_copy);
        return;
    }
    files::writeFile(m_copy, m_file.json());
    if (m_file.path().isEmpty())
        QFile::remove(m_copy + kPathSuffix);
    else
        files::writeFile(m_copy + kPathSuffix, m_file.path().toUtf8());
}

void Recovery::saveAndKeep()
{
    saveNow();
    m_keep = true;
}

void Recovery::scheduleSave()
{
    m_pause.start(kPause);
}

} // namespace deltascope::storage

#include "moc_recovery.cpp"
