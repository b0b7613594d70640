// SPDX-License-Identifier: GPL-3.0-or-later
// Every exported file brings the document back, bit for bit.
#include "app/support/export_samples.h"
#include "documents/document_json.h"
#include "documents/embedded.h"
#include "figures/figure_kind.h"
#include "render/export/export.h"
#include "text/language.h"

#include <gtest/gtest.h>

#include <cmath>

namespace deltascope::render {
namespace export_reopen_test {

class ExportReopen : public testing::TestWithParam<const exports::ExportFormat*> { };

void expectReopens(const exports::ExportFormat& format, const figures::Figure& figure, const model::Document& document)
{
    exports::ExportOptions options;
    options.dpi = 72;
    options.theme = theme(QStringLiteral("light"));
    const Result<QByteArray> bytes = format.write(figure, document, options);
    ASSERT_TRUE(bool(bytes));
    const Result<model::Document> back =
        documents::readAnyDocument({bytes->constData(), static_cast<std::size_t>(bytes->size())});
    ASSERT_TRUE(bool(back)) << plainText(back.error().what);
    EXPECT_EQ(*back, document);
    EXPECT_EQ(documents::writeDocument(*back, true), documents::writeDocument(document, true)) << "signs of zeros too";
}

TEST_P(ExportReopen, BringsBackAHardDocument)
{
    text::setLanguage(QStringLiteral("en"));
    const model::Document document = hardDocument();
    expectReopens(*GetParam(), figureOfEverything(), document);
    const Result<model::Document> plain = documents::readDocument(documents::writeDocument(document));
    ASSERT_TRUE(bool(plain));
    EXPECT_TRUE(std::signbit(plain->scenario.bias));
    EXPECT_TRUE(std::signbit(*plain->scenario.layers[1].bias));
    EXPECT_TRUE(std::signbit(plain->view.ranges[1].xLower));
}

TEST_P(ExportReopen, WorksForEveryFigure)
{
    const model::Document document = hardDocument();
    for (const figures::FigureKind* kind : figures::figuresRegistry()) {
        SCOPED_TRACE(kind->id);
        expectReopens(*GetParam(),
            kind->build(results::computeSnapshot(document, kind->needs()), document.question, document.view), document);
    }
}

INSTANTIATE_TEST_SUITE_P(Every, ExportReopen, testing::ValuesIn(exports::exportFormats()),
    [](const auto& each) { return std::string(each.param->id); });

} // namespace export_reopen_test
} // namespace deltascope::render
