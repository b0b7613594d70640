// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/export/page_sizes.h"

#include "base/message.h"

#include <algorithm>

namespace deltascope::exports {

namespace {

constexpr double inches(double length)
{
    return length * 25.4;
}

// 1/72.27 inch, in which LaTeX classes say how wide their columns are
constexpr double texPoints(double length)
{
    return inches(length / 72.27);
}

// Widths of columns and of the text: of Elsevier and Springer; neurips.sty (5.5 inches); icml.sty (6.75 inches, columns
// 0.25 apart); IEEEtran.cls (252 and 516 pt).
const PageSize kPages[] = {
    {"column", translatable("core", "One column, 84 × 60 mm"), {84, 60}, 8},
    {"two-columns", translatable("core", "Two columns, 174 × 100 mm"), {174, 100}, 8},
    {"neurips", translatable("core", "NeurIPS, width of the text, 139.7 mm"), {inches(5.5), 80}, 8},
    {"icml-column", translatable("core", "ICML, one column, 82.55 mm"), {inches(3.25), 58}, 8},
    {"icml", translatable("core", "ICML, width of the text, 171.45 mm"), {inches(6.75), 98}, 8},
    {"ieee-column", translatable("core", "IEEE, one column, 88.57 mm"), {texPoints(252), 62}, 8},
    {"ieee", translatable("core", "IEEE, width of the text, 181.35 mm"), {texPoints(516), 104}, 8},
    {"slide", translatable("core", "Slide, 254 × 143 mm"), {254, 143}, 18},
};

} // namespace

std::span<const PageSize> pageSizes()
{
    return kPages;
}

const PageSize* findPageSize(const QString& id)
{
    const auto* found =
        std::ranges::find_if(kPages, [&](const PageSize& page) { return id == QLatin1String(page.id); });
    return found == std::end(kPages) ? nullptr : found;
}

QStringList pageSizeIds()
{
    QStringList ids;
    for (const PageSize& page : kPages)
        ids << QLatin1String(page.id);
    return ids;
}

} // namespace deltascope::exports
