// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/foreign_format.h"

#include <algorithm>
#include <string>

namespace deltascope::reading {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view withoutBlanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    return text;
}

bool beginsWith(std::string_view text, std::string_view lower)
{
    const auto same = [](char c, char wanted) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == wanted; };
    return text.size() >= lower.size()
        && std::equal(lower.begin(), lower.end(), text.begin(), [&](char wanted, char c) { return same(c, wanted); });
}

bool isWebPage(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    text = withoutBlanks(text.substr(0, 4096));
    while (text.starts_with("<!--") || text.starts_with("<?")) { // before the element that says what it is
        const std::string_view end = text.starts_with("<?") ? "?>" : "-->";
        const std::size_t place = text.find(end);
        if (place == std::string_view::npos)
            return true;
        text = withoutBlanks(text.substr(place + end.size()));
    }
    for (const std::string_view tag : {"<!doctype", "<html", "<head", "<body", "<title", "<script", "<meta"})
        if (beginsWith(text, tag))
            return true;
    return false;
}

/// The protocols 2 to 5, as pickle.dump writes them, and 0, which cPickle wrote.
bool isPickle(std::string_view bytes)
{
    if (bytes.size() > 2 && bytes[0] == '\x80' && bytes[1] >= 2 && bytes[1] <= 5)
        return true;
    for (const std::string_view start : {"(lp", "(dp", "((lp", "cnumpy"})
        if (bytes.starts_with(start))
            return true;
    return false;
}

/// A ZIP archive whose first file is an array, as numpy.savez writes it: the name stands in the head of that file.
bool isNumpyArchive(std::string_view bytes)
{
    constexpr std::size_t kHead = 30, kLengthAt = 26;
    if (!bytes.starts_with("PK\x03\x04") || bytes.size() < kHead)
        return false;
    const auto byteAt = [&](std::size_t place) { return std::size_t{static_cast<unsigned char>(bytes[place])}; };
    return bytes.substr(kHead, byteAt(kLengthAt) + 256 * byteAt(kLengthAt + 1)).ends_with(".npy");
}

/// Nielsen's file as a table, the digit in the last column.
constexpr const char* kConvertPickle = "python3 -c \"import gzip, pickle, numpy as n; x, y = "
                                       "pickle.load(gzip.open('mnist.pkl.gz'), encoding='latin1')[0]; "
                                       "n.savetxt('mnist.csv', n.c_[x, y], '%g', ',')\"";

} // namespace

std::optional<Message> foreignFormat(std::string_view bytes)
{
    if (isWebPage(bytes))
        return Message{
            translatable("core", "it is a web page, not the data: download the file itself, not the page about it."),
            {}};
    if (isNumpyArchive(bytes))
        return Message{
            translatable("core",
                "it is an archive of NumPy arrays (.npz), not a table: the data set “mnist” reads one that holds "
                "pictures of digits; of other arrays numpy.savetxt(…, delimiter=\",\") writes a table."),
            {}};
    if (bytes.starts_with("PK\x03\x04"))
        return Message{
            translatable("core", "it is a ZIP archive, as .xlsx sheets are too: unpack it, or save the sheet as CSV."),
            {}};
    if (isPickle(bytes))
        return Message{
            translatable("core",
                "it is a Python pickle, which can run any program when it is opened, so it is not read: take "
                "the IDX files of MNIST in its place, or convert it by: %1"),
            {kConvertPickle}};
    if (bytes.starts_with("\x93NUMPY"))
        return Message{
            translatable("core", "it is a NumPy array, not a table: numpy.savetxt(…, delimiter=\",\") writes one."),
            {}};
    if (bytes.starts_with("RDX2\n") || bytes.starts_with("RDX3\n"))
        return Message{translatable("core", "it is data of R, not a table: write.csv(…) writes one."), {}};
    if (bytes.starts_with("\x89HDF\r\n") || bytes.starts_with("PAR1"))
        return Message{
            translatable("core", "it is an HDF5 or Parquet file, not a table: in pandas, .to_csv(…) writes one."), {}};
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return Message{translatable("core", "it is a sheet of an office program: save it as CSV."), {}};
    return std::nullopt;
}

} // namespace deltascope::reading
