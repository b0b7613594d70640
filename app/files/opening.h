// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "documents/notices.h"
#include "model/document.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace deltascope::files {

struct OpenedDocument {
    model::Document document;
    std::string bytes; ///< of the file
    documents::Notices notices; ///< with the path
};

/// Reads a .deltascope file, any figure that this program exported, or a link (in place of a path); "-" is standard
/// input. Errors name the path.
Result<OpenedDocument> openDocument(const QString& path);

/// The document in these bytes of a file or a clipboard; its figures, theme and language are known here.
Result<model::Document> documentIn(std::string_view bytes, documents::Notices* notices = nullptr);

/// "PATH: what", or "Standard input: what".
Message inFile(const QString& path, const Message& what);

/// Whether the figures, theme and language that a document names are known here: the core has no list of them.
/// Fault::usage.
std::optional<Error> checkIds(const model::Document& document);

} // namespace deltascope::files
