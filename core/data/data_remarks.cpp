// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/data_remarks.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <unordered_set>

namespace deltascope::data {

namespace {

/// How many examples each class has; empty where the targets are no classes.
std::vector<int> classCounts(const Eigen::MatrixXd& targets)
{
    std::vector<int> counts(static_cast<std::size_t>(targets.rows()));
    if (counts.size() < 2)
        return {};
    for (Eigen::Index x = 0; x < targets.cols(); ++x) {
        Eigen::Index label = 0;
        if (targets.col(x).maxCoeff(&label) != 1 || targets.col(x).cwiseAbs().sum() != 1)
            return {};
        ++counts[static_cast<std::size_t>(label)];
    }
    return counts;
}

Message aboutClasses(const char* one, const char* several, const Dataset& data, const std::vector<std::size_t>& which)
{
    constexpr std::size_t kMost = 10;
    std::string list;
    for (std::size_t i = 0; i < which.size() && i < kMost; ++i)
        list +=
            (i == 0 ? "" : ", ") + (which[i] < data.classes.size() ? data.classes[which[i]] : std::to_string(which[i]));
    return {which.size() == 1 ? one : several, {list + (which.size() > kMost ? ", …" : "")}};
}

void remarkOnClasses(const Dataset& data, std::vector<Message>& remarks)
{
    const std::vector<int> learnt = classCounts(data.targets), heldOut = classCounts(data.heldOutTargets);
    if (static_cast<std::size_t>(data.examples()) < learnt.size()) // then some have none, as is plain to see
        return;
    std::vector<std::size_t> nowhere, onlyHeldOut, notHeldOut;
    for (std::size_t label = 0; label < learnt.size(); ++label) {
        const bool inTest = label < heldOut.size() && heldOut[label] > 0;
        if (learnt[label] == 0)
            (inTest ? onlyHeldOut : nowhere).push_back(label);
        else if (data.heldOut() > 0 && label < heldOut.size() && !inTest)
            notHeldOut.push_back(label);
    }
    if (!nowhere.empty())
        remarks.push_back(aboutClasses(translatable("core", "The class %1 has no example."),
            translatable("core", "The classes %1 have no example."), data, nowhere));
    if (!onlyHeldOut.empty())
        remarks.push_back(
            aboutClasses(translatable("core", "The class %1 is only among the held-out examples: it cannot be learnt."),
                translatable("core", "The classes %1 are only among the held-out examples: they cannot be learnt."),
                data, onlyHeldOut));
    if (!notHeldOut.empty())
        remarks.push_back(aboutClasses(
            translatable("core", "The class %1 is not among the held-out examples: they say nothing about it."),
            translatable("core", "The classes %1 are not among the held-out examples: they say nothing about them."),
            data, notHeldOut));
}

std::string_view bytesOf(const Eigen::MatrixXd& inputs, Eigen::Index x)
{
    return {
        reinterpret_cast<const char*>(inputs.col(x).data()), static_cast<std::size_t>(inputs.rows()) * sizeof(double)};
}

/// Held-out examples whose inputs are those of one that is learnt from.
int seenBefore(const Dataset& data, const std::stop_token& stop)
{
    constexpr Eigen::Index kBetweenChecks = 256;
    std::unordered_set<std::string_view> learnt;
    const auto stopped = [&](Eigen::Index x) { return x % kBetweenChecks == 0 && stop.stop_requested(); };
    for (Eigen::Index x = 0; x < data.inputs.cols(); ++x) {
        if (stopped(x))
            return 0;
        learnt.insert(bytesOf(data.inputs, x));
    }
    int count = 0;
    for (Eigen::Index x = 0; x < data.heldOutInputs.cols() && !stopped(x); ++x)
        count += learnt.contains(bytesOf(data.heldOutInputs, x)) ? 1 : 0;
    return count;
}

} // namespace

std::vector<Message> remarksOn(const Dataset& data, const std::stop_token& stop)
{
    std::vector<Message> remarks;
    if (data.examples() == 0)
        return remarks;
    remarkOnClasses(data, remarks);
    if (const int seen = data.heldOut() > 0 ? seenBefore(data, stop) : 0; seen > 0)
        remarks.push_back({translatable("core",
                               "Held-out examples whose inputs are also learnt from: %1 of %2; they make the network "
                               "look better than it is."),
            {seen, data.heldOut()}});
    return remarks;
}

} // namespace deltascope::data
