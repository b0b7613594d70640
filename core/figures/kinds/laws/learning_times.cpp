// SPDX-License-Identifier: GPL-3.0-or-later
// What a deep linear network has learnt of each mode of its teacher, over the steps of training, beside the closed form
// (Saxe, McClelland & Ganguli 2014). core/maths.md 16.12.
#include "figures/figure_kind.h"
#include "figures/parts/axis_range.h"
#include "figures/parts/drawn_pins.h"
#include "figures/parts/figure_sentences.h"
#include "results/laws/linear_modes.h"

#include <algorithm>
#include <cmath>

namespace deltascope::figures {

namespace {

using results::LinearMode;
using results::LinearModes;

constexpr Role kRoles[] = {Role::primary, Role::secondary, Role::tertiary, Role::first, Role::last};

Line lineOf(Message name, Role role, const LinearModes& found, const std::vector<double>& values, bool dashed)
{
    Line line{std::move(name), role, {}, {}, {}, {}, false, dashed};
    for (std::size_t i = 0; i < values.size() && i < found.steps.size(); ++i) {
        line.x.push_back(static_cast<double>(found.steps[i]));
        line.y.push_back(values[i]);
    }
    return line;
}

/// The largest difference of what is measured from the closed form, over the strength of its mode.
std::optional<double> farthest(const LinearModes& found)
{
    std::optional<double> most;
    for (const LinearMode& mode : found.modes)
        for (std::size_t i = 0; i < mode.law.size(); ++i)
            most = std::max(most.value_or(0), std::abs(mode.measured[i] - mode.law[i]) / mode.strength);
    return most;
}

Message caption(const LinearModes& found)
{
    const LinearMode& first = found.modes.front();
    const LinearMode& last = found.modes.back();
    if (first.halfWay && last.halfWay && found.modes.size() > 1)
        return {
            translatable("core",
                "The mode of strength %1 is half learnt after %2 steps, that of strength %3 after %4: the stronger, "
                "the sooner, and each in a step of its own."),
            {Real{first.strength, 3}, Real{*first.halfWay, 3}, Real{last.strength, 3}, Real{*last.halfWay, 3}}};
    if (first.halfWay)
        return {translatable("core", "The mode of strength %1 is half learnt after %2 steps."),
            {Real{first.strength, 3}, Real{*first.halfWay, 3}}};
    return {translatable("core", "The strongest mode has strength %1; it starts at %2."),
        {Real{first.strength, 3}, Real{first.measured.front(), 3}}};
}

void addNotes(std::vector<Message>& notes, const LinearModes& found)
{
    if (const auto most = farthest(found))
        notes.push_back(
            {found.apart ? translatable("core",
                 "The closed form is exact here for small steps; the training lies within %1 of it, in units of "
                 "the mode’s strength.")
                         : translatable("core",
                             "The closed form is exact where each mode starts by itself and alike in all layers; these "
                             "do not, and the training lies within %1 of it, in units of the mode’s strength."),
                {Real{*most, 2}}});
    const auto without = std::ranges::count_if(found.modes, [](const LinearMode& mode) { return mode.law.empty(); });
    if (without > 0)
        notes.push_back({translatable("core",
                             "%1 of the modes start at 0 or with the other sign, where the closed form has nothing to "
                             "say."),
            {static_cast<int>(without)}});
    if (found.left > 0)
        notes.push_back({translatable("core", "The weakest %1 modes are not drawn."), {found.left}});
    if (found.divergence)
        notes.push_back(training::sentence(*found.divergence));
}

Figure build(const results::Snapshot& snapshot, const model::Question&, const model::ViewState&)
{
    Figure figure{"learning_times", {translatable("core", "Learning times of a linear network"), {}}, {}, {}, {}};
    Panel panel;
    parts::AxisRange times, values;
    times.include(0);
    values.include(0);
    const auto* found = snapshot.get<LinearModes>();
    const bool drawn = found && !found->modes.empty() && !found->steps.empty();
    if (drawn) {
        times.include(static_cast<double>(found->steps.back()));
        for (std::size_t i = 0; i < found->modes.size(); ++i) {
            const LinearMode& mode = found->modes[i];
            values.include(mode.strength);
            for (const double value : mode.measured)
                if (std::abs(value) < 10 * found->modes.front().strength)
                    values.include(value);
            const Message name{translatable("core", "mode of strength %1"), {Real{mode.strength, 3}}};
            panel.elements.push_back(lineOf(name, kRoles[i % std::size(kRoles)], *found, mode.measured, false));
            if (!mode.law.empty())
                panel.elements.push_back(lineOf(i == 0 ? Message{translatable("core", "closed form"), {}} : Message{},
                    Role::reference, *found, mode.law, true));
        }
        figure.caption = caption(*found);
        addNotes(figure.notes, *found);
        figure.notes.push_back({translatable("core", "Source: %1."), {"Saxe et al. 2014"}});
    } else if (Message why = results::whyNoModes(snapshot.scenario); !why.empty()) {
        figure.caption = std::move(why);
    } else if (found && found->complete) {
        figure.caption = {translatable("core",
                              "The inputs are not white here: the closed form requires every input component alike and "
                              "independent, and means of 0, as the data “Linear teacher” with 2n examples have them."),
            {}};
    } else {
        figure.caption = parts::beingComputed();
    }
    panel.x = parts::linearAxis({translatable("core", "step"), {}}, times);
    panel.y = parts::linearAxis({translatable("core", "strength of the mode in the network"), {}}, values);
    figure.panels.push_back(std::move(panel));
    parts::notePinsLeftOut(figure.notes, snapshot);
    return figure;
}

} // namespace

extern const FigureKind learning_times{
    .id = "learning_times",
    .name = translatable("core", "Learning times"),
    .description = translatable("core",
        "A deep linear network learns the modes of its linear teacher one after another, each in a sudden step: du/dt "
        "= L u^(2−2/L)(s − u), time in units of 1/η (Saxe, McClelland & Ganguli 2014). Solid: the training; dashed: "
        "the closed form. The time until a mode is learnt goes as the inverse of its strength, and the smaller the "
        "initial weights and the deeper the network, the longer the plateau before it."),
    .rank = 385,
    .needs = results::needs<results::LinearModes>,
    .build = build,
    .leavesPinsOut = true,
};

} // namespace deltascope::figures
