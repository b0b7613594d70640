// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of remedies: ‖δˡ‖/‖δᴸ‖ by layer, log10, of one seed through six ways of building the same network. All
// curves meet at 1 in the last layer, so that what each does to the gradient on its way back is seen at a glance.
// core/maths.md 12.5.
#include "results/ladder.h"

#include "base/registry.h"
#include "figures/figure_kind.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "figures/parts/layer_panel.h"
#include "network/structure.h"
#include "theory/mean_field/critical_point.h"

#include <cmath>

namespace deltascope::figures {

namespace {

// One for each rung: six colours with six pens and markers.
constexpr Role kRoles[] = {Role::primary, Role::secondary, Role::tertiary, Role::first, Role::last, Role::published};

Message rungName(std::size_t i, const results::LadderRung& rung)
{
    return {"%1 %2", {static_cast<int>(i) + 1, Message{rung.name, {}}}};
}

std::vector<numerics::Scaled> relativeSpeeds(const evaluation::Evaluation& evaluation)
{
    std::vector<numerics::Scaled> speeds;
    for (int layer = 1; layer <= evaluation.depth(); ++layer)
        speeds.push_back(evaluation::speedRatio(evaluation, layer, evaluation.depth()));
    return speeds;
}

Message sentenceOf(const results::LadderRung& rung, std::vector<Message>& notes)
{
    const Message name{rung.name, {}};
    if (rung.refused) {
        notes.push_back({translatable("core", "“%1” would not fit into memory."), {name}});
        return {};
    }
    if (!rung.evaluation)
        return {};
    if (rung.evaluation->layers.back().speed.normOfMean.isZero())
        return {translatable("core", "%1: nothing learns"), {name}};
    return {"%1: %2", {name, times(evaluation::speedRatio(*rung.evaluation, 1, rung.evaluation->depth()).magnitude())}};
}

Message caption(const results::Ladder& ladder, std::vector<Message>& notes)
{
    Message all;
    for (const results::LadderRung& rung : ladder.rungs)
        if (Message one = sentenceOf(rung, notes); !one.empty())
            all = all.empty() ? std::move(one) : Message{"%1; %2", {std::move(all), std::move(one)}};
    if (all.empty())
        return parts::beingComputed();
    if (const int depth = ladder.rungs.front().scenario.depth; depth > 1)
        return {translatable("core", "Speed of layer 1 relative to layer %1: %2."), {depth, std::move(all)}};
    return {translatable("core", "One layer has no way back on which a gradient could vanish: %1."), {std::move(all)}};
}

void addRungs(parts::LayerPanel& panel, const results::Ladder& ladder, int selected)
{
    for (std::size_t i = 0; i < ladder.rungs.size(); ++i) {
        const results::LadderRung& rung = ladder.rungs[i];
        if (!rung.evaluation || rung.evaluation->layers.back().speed.normOfMean.isZero())
            continue;
        const Role role = kRoles[i % std::size(kRoles)];
        const std::vector<numerics::Scaled> speeds = relativeSpeeds(*rung.evaluation);
        const int keep[] = {selected};
        panel.add(parts::layerCurve(rungName(i, rung), role, 1, speeds, keep), rungName(i, rung));
    }
}

void addPins(parts::LayerPanel& panel, const results::Snapshot& snapshot, std::vector<Message>& notes)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot)) {
        const evaluation::Evaluation* evaluation = drawnPin.result.get<evaluation::Evaluation>();
        if (!evaluation)
            continue;
        const Message name{"%1", {drawnPin.name}};
        if (evaluation->layers.back().speed.normOfMean.isZero()) {
            notes.push_back({translatable("core", "%1: nothing learns"), {name}});
            continue;
        }
        panel.includeLayer(evaluation->depth());
        panel.add(parts::layerCurve(name, drawnPin.role, 1, relativeSpeeds(*evaluation)), name);
    }
}

void noteChanges(const results::Ladder& ladder, std::vector<Message>& notes)
{
    Message all;
    for (const Message& change : ladder.changes)
        all = all.empty() ? change : Message{"%1, %2", {std::move(all), change}};
    if (all.empty())
        notes.push_back({translatable("core", "Seed, shape and data are those of the scenario."), {}});
    else
        notes.push_back({translatable("core", "Same scenario and seed, except: %1."), {std::move(all)}});
}

/// What is left of the remedy that explodes (Yang et al. 2019), beside its law.
void noteGrowth(const results::Ladder& ladder, std::vector<Message>& notes)
{
    for (const results::LadderRung& rung : ladder.rungs) {
        const int depth = rung.scenario.depth;
        if (!rung.evaluation || depth < 4 || rung.scenario.residual != 0 || !network::couplesExamples(rung.scenario))
            continue;
        const evaluation::Evaluation& evaluation = *rung.evaluation;
        if (evaluation.layer(depth - 1).speed.rms.isZero() || evaluation.layer(1).speed.rms.isZero())
            continue;
        const double growth = std::exp(
            evaluation::speedRatio(evaluation, 1, depth - 1, &network::LearningSpeeds::rms).naturalLog() / (depth - 2));
        const activations::Chosen f = network::hiddenActivation(rung.scenario);
        const double law = mean_field::growthUnderBatchNormalization(*f);
        notes.push_back({translatable("core",
                             "“%1” is not the end of the story: in wide layers and large batches ‖δ‖ grows by %2 per "
                             "layer towards the input, without end (Yang et al. 2019); here, by %3."),
            {Message{rung.name, {}}, Real{law, 4}, Real{growth, 4}}});
    }
}

Figure build(const results::Snapshot& snapshot, const model::Question& question, const model::ViewState&)
{
    Figure figure{"ladder", {translatable("core", "The ladder of remedies, one seed"), {}}, {}, {}, {}};
    const int selected = parts::selectedLayer(snapshot, question);
    parts::LayerPanel panel(
        {translatable("core", "learning speed ‖δˡ‖, last layer = 1"), {}}, 1, snapshot.scenario.depth);
    panel.include(0);
    panel.add(Guide{{}, Role::reference, true, 0});
    if (snapshot.get<results::Ladder>()) {
        addPins(panel, snapshot, figure.notes);
        addRungs(panel, *snapshot.get<results::Ladder>(), selected);
        noteChanges(*snapshot.get<results::Ladder>(), figure.notes);
        noteGrowth(*snapshot.get<results::Ladder>(), figure.notes);
        figure.caption = caption(*snapshot.get<results::Ladder>(), figure.notes);
        panel.select(selected);
    } else {
        figure.caption = parts::beingComputed();
    }
    figure.panels.push_back(panel.finish(figure.notes));
    return figure;
}

} // namespace

extern const FigureKind ladder{
    "ladder",
    translatable("core", "Ladder"),
    translatable("core",
        "The same seed, shape and data with six remedies in turn: sigmoid with N(0, 1), sigmoid with Glorot’s "
        "initialization, tanh with Glorot’s, ReLU with He’s, the latter with residual connections, and the latter with "
        "batch normalization. Drawn is how fast each layer learns relative to the last one. A flat curve is what one "
        "wants; batch normalization makes the gradient of a plain deep network explode."),
    420,
    results::needs<results::Ladder, evaluation::Evaluation>,
    build,
};

} // namespace deltascope::figures
