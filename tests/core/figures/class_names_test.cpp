// SPDX-License-Identifier: GPL-3.0-or-later
// Outputs of the drawing bear the names that the user's data give their classes.
#include "base/registry.h"
#include "figures/figure_kind.h"

#include <gtest/gtest.h>

namespace deltascope::figures {
namespace class_names_test {

std::vector<std::string> readouts(const Figure& figure, int layer)
{
    std::vector<std::string> all;
    for (const Element& element : figure.panels.front().elements)
        if (const Graph* graph = std::get_if<Graph>(&element))
            for (const Node& node : graph->nodes)
                if (node.layer == layer)
                    all.push_back(plainText(node.readout));
    return all;
}

TEST(ClassNames, StandBeforeWhatIsReadOfAnOutput)
{
    model::Document document;
    document.scenario.depth = 2;
    document.scenario.width = document.scenario.outputs = 3;
    document.scenario.inputs = 2;
    document.scenario.data = "gaussian";
    document.scenario.examples = 4;
    document.scenario.initializer = "glorot_uniform";
    const FigureKind* kind = findKind(figuresRegistry(), "network");
    results::Snapshot snapshot = results::computeSnapshot(document, kind->needs());
    const std::vector<std::string> nameless = readouts(kind->build(snapshot, document.question, document.view), 2);
    data::Dataset named = *snapshot.data;
    named.classes = {"setosa", "versicolor", "virginica"};
    snapshot.data = std::make_shared<const data::Dataset>(named);
    const Figure figure = kind->build(snapshot, document.question, document.view);
    const std::vector<std::string> outputs = readouts(figure, 2);
    ASSERT_EQ(outputs.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_EQ(outputs[i], named.classes[i] + ": " + nameless.at(i));
    for (const std::string& hidden : readouts(figure, 1))
        EXPECT_EQ(hidden.find("setosa"), std::string::npos);
}

} // namespace class_names_test
} // namespace deltascope::figures
