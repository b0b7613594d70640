// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace deltascope::reports {

/// Takes text piece by piece; false where it wants no more of it.
using TextSink = std::function<bool(std::string_view piece)>;

/// Gathers what is written into pieces that are worth handing on.
class Pieces {
public:
    explicit Pieces(const TextSink& sink)
        : m_sink(sink)
    {
    }

    bool wanted() const { return m_wanted; }
    void add(std::string_view text)
    {
        constexpr std::size_t kPiece = 1 << 18;
        m_text += text;
        if (m_text.size() >= kPiece)
            handOn();
    }
    void handOn()
    {
        m_wanted = m_wanted && m_sink(m_text);
        m_text.clear();
    }

private:
    const TextSink& m_sink;
    std::string m_text;
    bool m_wanted = true;
};

} // namespace deltascope::reports
