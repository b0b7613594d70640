// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/opening.h"

#include "base/registry.h"
#include "documents/embedded.h"
#include "documents/link.h"
#include "figures/figure_kind.h"
#include "reading/file.h"
#include "reading/text_encoding.h"
#include "render/theme.h"
#include "text/language.h"

namespace deltascope::files {

namespace {

std::optional<Error> checkId(const char* key, const std::string& id, const QStringList& known)
{
    if (id == "system" || known.contains(QString::fromStdString(id)))
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core", "%1: “%2” is not known; the choices are %3."),
            {key, reading::shortened(id), "system, " + known.join(QStringLiteral(", ")).toStdString()}}};
}

} // namespace

Message inFile(const QString& path, const Message& what)
{
    if (path == QLatin1String("-"))
        return {translatable("core", "Standard input: %1"), {what}};
    return {translatable("core", "%1: %2"), {path.toStdString(), what}};
}

std::optional<Error> checkIds(const model::Document& document)
{
    for (const std::string& id : document.view.figures)
        if (!findKind(figures::figuresRegistry(), id)) {
            std::string known;
            for (const figures::FigureKind* kind : figures::figuresRegistry())
                known += (known.empty() ? "" : ", ") + std::string(kind->id);
            return Error{Fault::usage,
                {translatable("core", "%1: “%2” is not known; the choices are %3."),
                    {"figures", reading::shortened(id), known}}};
        }
    const model::Preferences asked = document.preferences.value_or(model::Preferences());
    if (std::optional<Error> error = checkId("theme", asked.theme, render::themeIds()))
        return error;
    return checkId("language", asked.language, text::availableLanguages());
}

Result<model::Document> documentIn(std::string_view bytes, documents::Notices* notices)
{
    Result<model::Document> document = documents::readAnyDocument(bytes, notices);
    if (document)
        if (const std::optional<Error> error = checkIds(*document))
            return Error{Fault::invalidData, error->what};
    return document;
}

Result<OpenedDocument> openDocument(const QString& path)
{
    if (const std::string link = path.toStdString(); link.starts_with(documents::kLinkPrefix)) {
        documents::Notices notices;
        Result<model::Document> linked = documents::readLink(link, &notices);
        if (!linked)
            return linked.error();
        if (const std::optional<Error> error = checkIds(*linked))
            return Error{Fault::invalidData, error->what};
        return OpenedDocument{*std::move(linked), link, std::move(notices)};
    }
    if (path.contains(QChar::ReplacementCharacter))
        return Error{Fault::unreadable,
            {translatable("core", "The file name “%1” is not valid UTF-8; rename the file."), {path.toStdString()}}};
    Result<std::string> bytes = reading::readFile(path.toStdString());
    if (!bytes)
        return bytes.error();
    documents::Notices notices;
    Result<model::Document> document = documentIn(*bytes, &notices);
    if (!document)
        return Error{document.error().fault, inFile(path, document.error().what)};
    for (Message& notice : notices)
        notice = inFile(path, notice);
    return OpenedDocument{*std::move(document), *std::move(bytes), std::move(notices)};
}

} // namespace deltascope::files
