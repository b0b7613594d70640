// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/shipped_maps.h"

#include <QDir>
#include <QFile>

#include <cassert>

namespace deltascope::files {

namespace {

std::vector<ShippedMap> readShippedMaps()
{
    std::vector<ShippedMap> all;
    const QDir folder(QStringLiteral(":/maps"));
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile data(file.filePath());
        const bool opened = data.open(QIODevice::ReadOnly);
        assert(opened);
        static_cast<void>(opened);
        const QByteArray bytes = data.readAll();
        Result<reports::SavedMap> read =
            reports::readMapJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        assert(read); // our own data: a test reads every file
        reports::SavedMap saved = *std::move(read);
        saved.document.question.map = saved.map.map;
        all.push_back({std::move(saved.document), std::make_shared<const results::MapCells>(std::move(saved.map))});
    }
    return all;
}

} // namespace

const std::vector<ShippedMap>& shippedMaps()
{
    static const std::vector<ShippedMap> all = readShippedMaps();
    return all;
}

} // namespace deltascope::files
