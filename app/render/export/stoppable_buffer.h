// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>

#include <stop_token>

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

} // namespace deltascope::exports
