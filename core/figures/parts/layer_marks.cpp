// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/parts/layer_marks.h"

#include "figures/parts/figure_sentences.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace deltascope::parts {

namespace {

constexpr double kSharedLabel = 0.03; // of the view: marks nearer than this share a label
constexpr double kSharedMark = 1.0 / 400; // … a place, where there are very many
constexpr std::size_t kMostLabels = 12;

LayerMark markOf(const evaluation::LayerEvaluation& layer, int number, const AxisRange& view)
{
    LayerMark mark{number, layer.z.mean.nearestDouble(), layer.derivative.mean.nearestDouble(), layer.z.mean, false};
    mark.outside = !view.contains(mark.z);
    mark.z = std::clamp(mark.z, view.lower, view.upper);
    if (!std::isfinite(mark.slope)) // a norm of derivatives never leaves double's range; a result of ours might
        mark.slope = 0;
    return mark;
}

// Marks at one place, by ascending layer.
using Group = std::vector<const LayerMark*>;

std::vector<Group> groupsOf(const std::vector<LayerMark>& marks, const AxisRange& view)
{
    std::vector<const LayerMark*> ordered;
    for (const LayerMark& mark : marks)
        ordered.push_back(&mark);
    std::stable_sort(ordered.begin(), ordered.end(),
        [](const LayerMark* left, const LayerMark* right) { return left->z < right->z; });
    std::vector<Group> groups;
    for (const LayerMark* mark : ordered) {
        const bool together = !groups.empty() && mark->outside == groups.back().front()->outside
            && mark->z - groups.back().front()->z <= kSharedLabel * view.span();
        if (!together)
            groups.emplace_back();
        groups.back().push_back(mark);
    }
    for (Group& group : groups)
        std::sort(group.begin(), group.end(),
            [](const LayerMark* left, const LayerMark* right) { return left->layer < right->layer; });
    return groups;
}

Message labelOf(const Group& group)
{
    std::vector<int> layers;
    for (const LayerMark* mark : group)
        layers.push_back(mark->layer);
    Message name = diagnosis::layersNamed(layers);
    const LayerMark& mark = *group.front();
    if (!mark.outside)
        return name;
    const char* arrow = mark.exact.sign() < 0 ? "← %1: z = %2" : "%1: z = %2 →";
    const char* among = mark.exact.sign() < 0 ? "← %1: z = %2 …" : "%1: z = %2 … →";
    return {group.size() == 1 ? arrow : among, {name, diagnosis::number(mark.exact)}};
}

std::vector<Message> labelsOf(const std::vector<LayerMark>& marks, const AxisRange& view)
{
    std::vector<Message> labels(marks.size());
    const std::vector<Group> groups = groupsOf(marks, view);
    const auto isEnd = [&](const LayerMark* mark) {
        return mark == &marks.front() || mark == &marks.back() || mark->outside;
    };
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const bool extreme = i == 0 || i + 1 == groups.size();
        const bool named = extreme || std::any_of(groups[i].begin(), groups[i].end(), isEnd);
        if (named || groups.size() <= kMostLabels)
            labels[static_cast<std::size_t>(groups[i].front() - marks.data())] = labelOf(groups[i]);
    }
    return labels;
}

} // namespace

AxisRange rangeOfZ(const evaluation::Evaluation& evaluation, double reach)
{
    AxisRange range;
    for (const evaluation::LayerEvaluation& layer : evaluation.layers)
        if (const double z = layer.z.mean.nearestDouble(); std::abs(z) <= reach)
            range.include(z);
    return range;
}

LayerMarks layerMarks(const evaluation::Evaluation& evaluation, const AxisRange& view, std::size_t limit, int selected)
{
    std::vector<LayerMark> all;
    all.reserve(evaluation.layers.size());
    for (int l = 1; l <= evaluation.depth(); ++l)
        all.push_back(markOf(evaluation.layer(l), l, view));
    LayerMarks shown{{}, labelsOf(all, view), 0};
    if (all.size() <= limit) {
        shown.marks = std::move(all);
        return shown;
    }
    std::vector<Message> labels;
    std::set<long> taken;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool kept = i == 0 || i + 1 == all.size() || all[i].layer == selected || !shown.labels[i].empty();
        const bool free = taken.insert(std::lround((all[i].z - view.lower) / (kSharedMark * view.span()))).second;
        if (!free && !kept)
            continue;
        shown.marks.push_back(all[i]);
        labels.push_back(std::move(shown.labels[i]));
    }
    shown.leftOut = static_cast<int>(all.size() - shown.marks.size());
    shown.labels = std::move(labels);
    return shown;
}

} // namespace deltascope::parts
