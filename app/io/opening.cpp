// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/opening.h"

#include "figures/figure_kind.h"
#include "io/embedded.h"
#include "io/file.h"
#include "registry.h"
#include "render/language.h"
#include "render/theme.h"

#include <QFile>

namespace deltascope {

namespace {

Error inFile(const QString& path, const Error& error)
{
    if (path == QLatin1String("-"))
        return {error.fault, {translatable("core", "Standard input: %1"), {error.what}}};
    return {error.fault, {translatable("core", "%1: %2"), {path.toStdString(), error.what}}};
}

std::optional<Error> checkId(const char* key, const std::string& id, const QStringList& known)
{
    if (id == "system" || known.contains(QString::fromStdString(id)))
        return std::nullopt;
    return Error{Fault::usage,
        {translatable("core", "%1: “%2” is not known; the choices are %3."),
            {key, id, "system, " + known.join(QStringLiteral(", ")).toStdString()}}};
}

} // namespace

std::optional<Error> checkView(const ViewState& view)
{
    for (const std::string& id : view.figures)
        if (!findKind(figuresRegistry(), id)) {
            std::string known;
            for (const FigureKind* kind : figuresRegistry())
                known += (known.empty() ? "" : ", ") + std::string(kind->id);
            return Error{Fault::usage,
                {translatable("core", "%1: “%2” is not known; the choices are %3."), {"figures", id, known}}};
        }
    if (std::optional<Error> error = checkId("theme", view.theme, themeIds()))
        return error;
    return checkId("language", view.language, availableLanguages());
}

Result<OpenedDocument> openDocument(const QString& path)
{
    if (path.contains(QChar::ReplacementCharacter))
        return Error{Fault::unreadable,
            {translatable("core", "The file name “%1” is not valid UTF-8; rename the file."), {path.toStdString()}}};
    Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString());
    if (!bytes)
        return bytes.error();
    Result<Document> document = readAnyDocument(*bytes);
    if (!document)
        return inFile(path, document.error());
    if (const std::optional<Error> error = checkView(document->view))
        return inFile(path, {Fault::invalidData, error->what});
    return OpenedDocument{*std::move(document), *std::move(bytes)};
}

} // namespace deltascope
