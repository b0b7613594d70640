// SPDX-License-Identifier: GPL-3.0-or-later
// How many times as fast as the last layer the first one learns, ‖δ¹‖/‖δᴸ‖, at every depth of the same scenario;
// measured, and as mean field predicts it. core/maths.md 12.4.
#include "diagnosis/pace.h"
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "results/speed_ratios.h"
#include "theory/mean_field/prediction.h"

#include <algorithm>
#include <iterator>

namespace deltascope::figures {

namespace {

struct Average {
    std::string_view id;
    const char* name;
    numerics::Scaled network::LearningSpeeds::*value;
};

constexpr Average kAverages[] = {
    {"norm_of_mean", translatable("core", "measured, norm of the mean"), &network::LearningSpeeds::normOfMean},
    {"mean_of_norms", translatable("core", "measured, mean of the norms"), &network::LearningSpeeds::meanOfNorms},
    {"rms", translatable("core", "measured, rms"), &network::LearningSpeeds::rms},
};

const Average& averageOf(const model::ViewState& view)
{
    const auto found = std::ranges::find(kAverages, std::string_view(view.average), &Average::id);
    return found == std::end(kAverages) ? kAverages[0] : *found;
}

/// What is known of the ratio at one depth.
struct Place {
    int depth = 1;
    std::optional<numerics::Scaled> ratio; ///< nothing where the last layer's speed is 0
};

std::vector<Place> measured(const results::SpeedRatios& ratios, const Average& average)
{
    std::vector<Place> places;
    for (const results::SpeedRatio& each : ratios.depths) {
        const numerics::Scaled last = each.last.*average.value;
        places.push_back({each.depth, std::nullopt});
        if (!last.isZero())
            places.back().ratio = each.first.*average.value / last;
    }
    return places;
}

std::vector<Place> predicted(
    const results::SpeedRatios& ratios, std::optional<numerics::Scaled> results::SpeedRatio::*value)
{
    std::vector<Place> places;
    for (const results::SpeedRatio& each : ratios.depths)
        if (each.*value)
            places.push_back({each.depth, each.*value});
    return places;
}

std::vector<int> depthsWhere(const std::vector<Place>& places, bool (*condition)(const Place&))
{
    std::vector<int> depths;
    for (const Place& place : places)
        if (condition(place))
            depths.push_back(place.depth);
    return depths;
}

/// The curve of these places, with gaps where a logarithm shows nothing; what is missing is said.
class RatioPanel {
public:
    void add(const std::vector<Place>& places, Line line, std::vector<Message>& notes)
    {
        bool gap = false;
        for (const Place& place : places) {
            m_deepest = std::max(m_deepest, place.depth);
            const bool drawable = place.ratio && !place.ratio->isZero() && !place.ratio->beyondRange();
            if (drawable) {
                if (gap && !line.x.empty())
                    line.breaks.push_back(line.x.size());
                line.x.push_back(place.depth);
                line.y.push_back(place.ratio->log10());
                m_y.include(line.y.back());
            }
            gap = !drawable;
        }
        sayMissing(places, line.name, notes);
        if (!line.x.empty())
            m_elements.push_back(std::move(line));
    }

    Panel finish(int depth)
    {
        depth = std::max(depth, m_deepest);
        Panel panel;
        m_y.include(0);
        const double below = m_y.lower - std::max(0.5, 0.08 * m_y.span());
        if (!m_zeros.empty()) {
            Points marks{{}, Role::zero, {}, {}, {}, {}};
            for (const int zero : m_zeros) {
                marks.x.push_back(zero);
                marks.y.push_back(below);
                marks.labels.push_back({"0", {}});
            }
            m_y.include(below);
            m_elements.push_back(std::move(marks));
        }
        panel.elements.push_back(Guide{{}, Role::reference, true, 0});
        std::ranges::move(m_elements, std::back_inserter(panel.elements));
        panel.x = parts::layersAxis(1, std::max(2, depth));
        panel.x.title = {translatable("core", "depth L"), {}};
        panel.y = parts::decadesAxis({translatable("core", "speed of layer 1 over that of layer L"), {}}, m_y);
        return panel;
    }

private:
    void sayMissing(const std::vector<Place>& places, const Message& name, std::vector<Message>& notes)
    {
        const auto undefined = depthsWhere(places, [](const Place& place) { return !place.ratio; });
        const auto zeros = depthsWhere(places, [](const Place& place) { return place.ratio && place.ratio->isZero(); });
        const auto beyond =
            depthsWhere(places, [](const Place& place) { return place.ratio && place.ratio->beyondRange(); });
        const auto say = [&](const std::vector<int>& depths, const char* sentence) {
            if (!depths.empty())
                notes.push_back({sentence, {name, static_cast<int>(depths.size()), depths.front()}});
        };
        say(undefined,
            translatable("core", "%1: at %2 of the depths, from %3 on, the last layer's speed is 0: no ratio."));
        say(zeros, translatable("core", "%1: at %2 of the depths, from %3 on, the ratio is exactly 0: marked 0."));
        say(beyond,
            translatable(
                "core", "%1: at %2 of the depths, from %3 on, the ratio is beyond any number that can be drawn."));
        m_zeros.insert(m_zeros.end(), zeros.begin(), zeros.end());
    }

    std::vector<Element> m_elements;
    std::vector<int> m_zeros;
    parts::AxisRange m_y;
    int m_deepest = 1;
};

void addPins(RatioPanel& panel, const results::Snapshot& snapshot, const Average& average, std::vector<Message>& notes)
{
    for (const parts::DrawnPin& drawnPin : parts::drawnPins(snapshot))
        if (const results::SpeedRatios* ratios = drawnPin.result.get<results::SpeedRatios>())
            panel.add(measured(*ratios, average),
                {{"%1", {drawnPin.name}}, drawnPin.role, {}, {}, {}, {}, false, false}, notes);
}

Message caption(const results::SpeedRatios& ratios, const Average& average)
{
    const results::SpeedRatio& deepest = ratios.depths.back();
    const numerics::Scaled last = deepest.last.*average.value;
    if (deepest.depth == 1)
        return {translatable("core", "At depth 1 the only layer is the first and the last: the ratio is 1."), {}};
    if (last.isZero())
        return {translatable("core", "At depth %1 the last layer does not learn: its speed is 0."), {deepest.depth}};
    if ((deepest.first.*average.value).isZero())
        return {translatable("core", "At depth %1 layer 1 does not learn: its speed is 0."), {deepest.depth}};
    const Message told = diagnosis::paceAgainst(deepest.depth, deepest.first.*average.value / last);
    if (!deepest.predicted)
        return {translatable("core", "At depth %1 layer 1 learns %2."), {deepest.depth, told}};
    return {translatable("core", "At depth %1 layer 1 learns %2; by mean field (rms), %3."),
        {deepest.depth, told, diagnosis::pace(*deepest.predicted)}};
}

void addNotes(std::vector<Message>& notes, const results::SpeedRatios& ratios, const model::Scenario& scenario)
{
    if (!ratios.isComplete())
        notes.push_back(
            {translatable("core", "%1 of %2 depths so far."), {static_cast<int>(ratios.depths.size()), ratios.wanted}});
    if (ratios.sampling == results::SpeedRatios::Sampling::even)
        notes.push_back({translatable("core", "%1 evenly spaced depths are computed."), {ratios.wanted}});
    if (ratios.sampling == results::SpeedRatios::Sampling::geometric)
        notes.push_back(
            {translatable("core", "%1 depths are computed, each larger by the same factor."), {ratios.wanted}});
    if (const results::SpeedRatio& deepest = ratios.depths.back(); deepest.typical && deepest.depth > 1)
        notes.push_back({translatable("core",
                             "A typical network of this width and of depth %1 has a ratio of %2 (the median of the law "
                             "of finite width, Hanin & Nica 2018)."),
            {deepest.depth, diagnosis::number(*deepest.typical)}});
    if (Message why = mean_field::whyNoTheory(scenario); !why.empty())
        notes.push_back(std::move(why));
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState& view)
{
    Figure figure{"speed_ratio", {translatable("core", "First layer over last, by depth"), {}}, {}, {}, {}};
    RatioPanel panel;
    if (snapshot.get<results::SpeedRatios>() && !snapshot.get<results::SpeedRatios>()->depths.empty()) {
        const results::SpeedRatios& ratios = *snapshot.get<results::SpeedRatios>();
        const bool markers = ratios.depths.size() <= 60;
        const Average& shown = averageOf(view);
        addPins(panel, snapshot, shown, figure.notes);
        const bool batch = snapshot.data && snapshot.data->examples() > 1;
        panel.add(
            measured(ratios, shown), {{shown.name, {}}, Role::primary, {}, {}, {}, {}, markers, false}, figure.notes);
        if (const Average& rms = kAverages[2]; batch && shown.id != rms.id)
            panel.add(
                measured(ratios, rms), {{rms.name, {}}, Role::tertiary, {}, {}, {}, {}, false, false}, figure.notes);
        if (const auto typical = predicted(ratios, &results::SpeedRatio::typical); !typical.empty())
            panel.add(typical,
                {{translatable("core", "finite width: median"), {}}, Role::published, {}, {}, {}, {}, false, false},
                figure.notes);
        if (const auto theory = predicted(ratios, &results::SpeedRatio::predicted); !theory.empty())
            panel.add(theory,
                {{translatable("core", "mean field (rms)"), {}}, Role::reference, {}, {}, {}, {}, false, true},
                figure.notes);
        figure.caption = caption(ratios, shown);
        addNotes(figure.notes, ratios, snapshot.scenario);
    } else {
        figure.caption = results::whyNoOtherDepths(snapshot.scenario);
        if (figure.caption.empty())
            figure.caption = parts::beingComputed();
    }
    figure.panels.push_back(panel.finish(snapshot.scenario.depth));
    return figure;
}

} // namespace

extern const FigureKind speed_ratio{
    "speed_ratio",
    translatable("core", "Speed ratio"),
    translatable("core",
        "How fast the first layer learns relative to the last, ‖δ¹‖/‖δᴸ‖, when the same network is built with 1, 2, … "
        "L layers. A straight line on this logarithmic scale is a ratio that falls or grows exponentially with depth; "
        "mean field theory predicts its slope, ½ log χ₁, once q has settled. Where the law of finite width is exact, "
        "its median is what a typical network has."),
    170,
    results::needs<results::SpeedRatios>,
    build,
    "average",
};

} // namespace deltascope::figures
