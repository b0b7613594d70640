// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/opening.h"

#include "figures/figure_kind.h"
#include "io/embedded.h"
#include "io/file.h"
#include "io/link.h"
#include "io/text_encoding.h"
#include "registry.h"
#include "render/language.h"
#include "render/theme.h"

#include <QFile>

namespace deltascope {

namespace {

std::optional<Error> checkId(const char* key, const std::string& id, const QStringList& known)
{
    if (id == "system" || known.contains(QString::fromStdString(id)))
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core", "%1: “%2” is not known; the choices are %3."),
            {key, shortened(id), "system, " + known.join(QStringLiteral(", ")).toStdString()}}};
}

} // namespace

Message inFile(const QString& path, const Message& what)
{
    if (path == QLatin1String("-"))
        return {translatable("core", "Standard input: %1"), {what}};
    return {translatable("core", "%1: %2"), {path.toStdString(), what}};
}

std::optional<Error> checkView(const ViewState& view)
{
    for (const std::string& id : view.figures)
        if (!findKind(figuresRegistry(), id)) {
            std::string known;
            for (const FigureKind* kind : figuresRegistry())
                known += (known.empty() ? "" : ", ") + std::string(kind->id);
            return Error{Fault::usage,
                {translatable("core", "%1: “%2” is not known; the choices are %3."),
                    {"figures", shortened(id), known}}};
        }
    if (std::optional<Error> error = checkId("theme", view.theme, themeIds()))
        return error;
    return checkId("language", view.language, availableLanguages());
}

Result<Document> documentIn(std::string_view bytes, Notices* notices)
{
    Result<Document> document = readAnyDocument(bytes, notices);
    if (document)
        if (const std::optional<Error> error = checkView(document->view))
            return Error{Fault::invalidData, error->what};
    return document;
}

Result<OpenedDocument> openDocument(const QString& path)
{
    if (const std::string link = path.toStdString(); link.starts_with(kLinkPrefix)) {
        Notices notices;
        Result<Document> linked = readLink(link, &notices);
        if (!linked)
            return linked.error();
        if (const std::optional<Error> error = checkView(linked->view))
            return Error{Fault::invalidData, error->what};
        return OpenedDocument{*std::move(linked), link, std::move(notices)};
    }
    if (path.contains(QChar::ReplacementCharacter))
        return Error{Fault::unreadable,
            {translatable("core", "The file name “%1” is not valid UTF-8; rename the file."), {path.toStdString()}}};
    Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString());
    if (!bytes)
        return bytes.error();
    Notices notices;
    Result<Document> document = documentIn(*bytes, &notices);
    if (!document)
        return Error{document.error().fault, inFile(path, document.error().what)};
    for (Message& notice : notices)
        notice = inFile(path, notice);
    return OpenedDocument{*std::move(document), *std::move(bytes), std::move(notices)};
}

} // namespace deltascope
