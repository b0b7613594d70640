// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands on the command line, one argument a line: a command with its options and the document they make, a
// text to print, or one sentence. Nothing is run, and no file is opened.
#include "cli/arguments/command_line.h"
#include "cli/source.h"
#include "files/opening.h"
#include "parameters/parameters.h"
#include "sentence.h"

#include <QCoreApplication>

namespace {

/// Translations and Qt's paths need an application.
void makeApplication()
{
    static int argc = 1;
    static char name[] = "deltascope-cli";
    static char* argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
}

/// A mutated path must not be opened: it might name a device, or this machine's own files.
bool opensFiles(const deltascope::cli::Invocation& invocation)
{
    return !invocation.values("--pin").isEmpty() || invocation.has("--scenario");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    makeApplication();
    QStringList arguments;
    if (size > 0)
        arguments = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)).split(u'\n');
    const Result<cli::Request> request = cli::readCommandLine(arguments);
    if (!request) {
        require(request.error().fault == Fault::usage);
        requireSentence(request.error());
        return 0;
    }
    require((request->command == nullptr) != request->text.isEmpty());
    if (!request->command || opensFiles(request->invocation))
        return 0;
    const Result<model::Document> document = cli::sourceDocument(request->invocation);
    if (!document) {
        require(document.error().fault == Fault::usage);
        requireSentence(document.error());
        return 0;
    }
    require(!parameters::validate(document->scenario) && !files::checkIds(*document));
    return 0;
}
