// SPDX-License-Identifier: GPL-3.0-or-later
// Every exported file brings the document back, bit for bit.
#include "app/export_samples.h"
#include "figures/figure_kind.h"
#include "io/document_json.h"
#include "io/embedded.h"
#include "render/export.h"
#include "render/language.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope {
namespace {

class ExportReopen : public testing::TestWithParam<const char*> { };

void expectReopens(const char* suffix, const Figure& figure, const Document& document)
{
    ExportOptions options;
    options.dpi = 72;
    options.theme = theme(QStringLiteral("light"));
    const Result<QByteArray> bytes = exportFormat(u'.' + QString::fromLatin1(suffix))->write(figure, document, options);
    ASSERT_TRUE(bool(bytes));
    const Result<Document> back = readAnyDocument({bytes->constData(), static_cast<std::size_t>(bytes->size())});
    ASSERT_TRUE(bool(back)) << plainText(back.error().what);
    EXPECT_EQ(*back, document);
    EXPECT_EQ(writeDocument(*back, true), writeDocument(document, true)) << "signs of zeros too";
}

TEST_P(ExportReopen, BringsBackAHardDocument)
{
    setLanguage(QStringLiteral("en"));
    const Document document = hardDocument();
    expectReopens(GetParam(), figureOfEverything(), document);
    const Result<Document> plain = readDocument(writeDocument(document));
    ASSERT_TRUE(bool(plain));
    EXPECT_TRUE(std::signbit(plain->scenario.bias));
    EXPECT_TRUE(std::signbit(*plain->scenario.layers[1].bias));
    EXPECT_TRUE(std::signbit(plain->view.ranges[1].xLower));
}

TEST_P(ExportReopen, WorksForEveryFigure)
{
    const Document document = hardDocument();
    for (const FigureKind* kind : figuresRegistry()) {
        SCOPED_TRACE(kind->id);
        expectReopens(GetParam(), kind->build(computeSnapshot(document, kind->needs), document.view), document);
    }
}

INSTANTIATE_TEST_SUITE_P(Every, ExportReopen, testing::Values("png", "svg", "pdf", "csv", "json"),
    [](const auto& each) { return std::string(each.param); });

} // namespace
} // namespace deltascope
