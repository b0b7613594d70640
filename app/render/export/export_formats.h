// SPDX-License-Identifier: GPL-3.0-or-later
// The writers behind exportFormats(), one file each.
#pragma once

#include "render/export/export.h"

#include <QBuffer>

namespace deltascope::exports {

/// Bytes that are written no more once `stop` is requested: whatever writes them comes to an end.
class StoppableBuffer : public QBuffer {
public:
    StoppableBuffer(QByteArray* bytes, const std::stop_token& stop)
        : QBuffer(bytes)
        , m_stop(stop)
    {
        open(QIODevice::WriteOnly);
    }

protected:
    qint64 writeData(const char* data, qint64 size) override
    {
        return m_stop.stop_requested() ? -1 : QBuffer::writeData(data, size);
    }

private:
    const std::stop_token& m_stop;
};

Result<QByteArray> writePng(const ExportSource& source, const std::stop_token& stop);
Result<QByteArray> writeSvg(const ExportSource& source, const std::stop_token& stop);
Result<QByteArray> writePdf(const ExportSource& source, const std::stop_token& stop);
Result<QByteArray> writeCsv(const ExportSource& source, const std::stop_token& stop);
Result<QByteArray> writeJson(const ExportSource& source, const std::stop_token& stop);

} // namespace deltascope::exports
