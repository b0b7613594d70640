// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <string_view>

namespace deltascope::imported {
struct ImportedNetwork;
}

namespace deltascope::cli {

/// A command line that has been read: which options were given, in order, with their values.
struct Invocation {
    QString operand; ///< the first; empty: none
    QStringList operands; ///< all of them
    std::map<std::string_view, QStringList> options; ///< by name; a switch has one empty value
    mutable std::shared_ptr<const imported::ImportedNetwork> network = {}; ///< that --network names, once it is read

    bool has(std::string_view name) const { return options.contains(name); }
    /// The last value given, or `otherwise`.
    QString value(std::string_view name, const QString& otherwise = {}) const
    {
        const auto place = options.find(name);
        return place == options.end() ? otherwise : place->second.last();
    }
    QStringList values(std::string_view name) const
    {
        const auto place = options.find(name);
        return place == options.end() ? QStringList() : place->second;
    }
};

} // namespace deltascope::cli
