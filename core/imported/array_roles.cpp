// SPDX-License-Identifier: GPL-3.0-or-later
#include "imported/array_roles.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <map>

namespace deltascope::imported {

namespace {

enum class Role { weights, biases, scale, shift, statistics, examples, unknown };

struct Word {
    std::string_view word;
    Role role;
    Orientation orientation = Orientation::unknown;
};

// W1 of a paper, w of its code and “weights” of ours are W a + b; Keras and scikit-learn multiply from the left.
constexpr Word kWords[] = {{"weight", Role::weights, Orientation::outByIn},
    {"kernel", Role::weights, Orientation::inByOut}, {"coefs", Role::weights, Orientation::inByOut},
    {"coef", Role::weights, Orientation::outByIn}, {"weights", Role::weights}, {"w", Role::weights},
    {"theta", Role::weights}, {"bias", Role::biases}, {"biases", Role::biases}, {"b", Role::biases},
    {"intercepts", Role::biases}, {"intercept", Role::biases}, {"gamma", Role::scale}, {"beta", Role::shift},
    {"running_mean", Role::statistics}, {"running_var", Role::statistics}, {"moving_mean", Role::statistics},
    {"moving_variance", Role::statistics}, {"num_batches_tracked", Role::statistics}, {"inputs", Role::examples},
    {"targets", Role::examples}, {"x", Role::examples}, {"y", Role::examples}, {"x_train", Role::examples},
    {"y_train", Role::examples}};

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

struct Named {
    std::string key;
    Role role = Role::unknown;
    Orientation orientation = Orientation::unknown;
    bool numbered = false;
};

const Word* wordNamed(std::string_view text)
{
    const std::string name = lower(text);
    const auto found = std::ranges::find(kWords, std::string_view(name), &Word::word);
    return found == std::end(kWords) ? nullptr : found;
}

/// “dense_1/kernel:0” → dense_1, kernel; “W1” and “weights[1]” → 1, W.
Named named(std::string_view name)
{
    if (name.ends_with(":0"))
        name.remove_suffix(2);
    const std::size_t cut = name.find_last_of("./");
    const std::string_view last = name.substr(cut == std::string_view::npos ? 0 : cut + 1),
                           before = name.substr(0, cut == std::string_view::npos ? 0 : cut);
    if (const Word* word = wordNamed(last))
        return {std::string(before), word->role, word->orientation};
    std::string_view stem = last, number;
    if (stem.ends_with(']'))
        stem.remove_suffix(1);
    while (!stem.empty() && std::isdigit(static_cast<unsigned char>(stem.back())))
        stem.remove_suffix(1);
    number = last.substr(stem.size(), last.find(']') - stem.size());
    while (!stem.empty() && (stem.back() == '_' || stem.back() == '[' || stem.back() == '-'))
        stem.remove_suffix(1);
    const std::string key = std::string(before) + "#" + std::string(number);
    if (!number.empty() && lower(stem) == "arr")
        return {.key = key, .numbered = true};
    if (const Word* word = number.empty() ? nullptr : wordNamed(stem))
        return {key, word->role, word->orientation};
    return {std::string(name)};
}

/// More than one dimension that is not 1, as only weights have.
std::size_t dimensions(const NamedArray& array)
{
    return static_cast<std::size_t>(std::ranges::count_if(array.shape, [](std::size_t size) { return size != 1; }));
}

class Grouping {
public:
    explicit Grouping(const std::vector<NamedArray>& arrays)
        : m_arrays(arrays)
    {
    }

    ArrayGroups made()
    {
        for (std::size_t i = 0; i < m_arrays.size(); ++i)
            add(static_cast<int>(i));
        std::ranges::for_each(m_result.groups, &Grouping::settle);
        std::erase_if(m_result.groups, [&](const ArrayGroup& group) {
            if (group.weights >= 0 || group.normalizes())
                return false;
            for (const int each : group.statistics)
                m_result.others.push_back(each);
            if (group.biases >= 0)
                m_result.others.push_back(group.biases);
            return true;
        });
        std::ranges::sort(m_result.others);
        return std::move(m_result);
    }

private:
    void add(int place)
    {
        const NamedArray& array = m_arrays[static_cast<std::size_t>(place)];
        const Named name = named(array.name);
        if (name.role == Role::examples)
            return m_result.examples.push_back(place);
        if (array.type == NumberType::other && name.role != Role::statistics) {
            const std::size_t wanted = name.role == Role::biases ? 1 : 2;
            if ((name.role == Role::weights || name.role == Role::biases) && array.shape.size() == wanted)
                m_result.unreadable.push_back(place);
            if (name.numbered && array.shape.size() == 2)
                m_result.unreadableNumbered.push_back(place);
            return m_result.others.push_back(place);
        }
        if (name.numbered)
            return addNumbered(place, name.key);
        if (name.role == Role::unknown)
            return m_result.others.push_back(place);
        ArrayGroup& group = groupOf(name.key);
        // The weight of a normalization has one dimension.
        if (name.role == Role::weights && array.shape.size() == 1)
            return put(group.scale, place);
        switch (name.role) {
        case Role::weights:
            group.orientation = name.orientation;
            return put(group.weights, place);
        case Role::biases:
            return put(group.biases, place);
        case Role::scale:
            return put(group.scale, place);
        case Role::shift:
            return put(group.shift, place);
        default:
            group.ofBatches = true;
            group.statistics.push_back(place);
        }
    }

    /// Weights begin a layer, and the next array is its biases.
    void addNumbered(int place, const std::string& key)
    {
        const NamedArray& array = m_arrays[static_cast<std::size_t>(place)];
        if (array.shape.size() > 1 && (dimensions(array) > 1 || !m_open || m_result.groups.back().biases >= 0)) {
            ArrayGroup& group = groupOf(key);
            group.weights = place;
            group.numbered = m_open = true;
        } else if (m_open && m_result.groups.back().biases < 0) {
            m_result.groups.back().biases = place;
        } else {
            m_result.others.push_back(place);
        }
    }

    void put(int& slot, int place)
    {
        if (slot >= 0)
            m_result.others.push_back(place);
        else
            slot = place;
    }

    /// A one-dimensional “weight” stands beside a “bias” that is β then.
    static void settle(ArrayGroup& group)
    {
        if (group.weights < 0 && group.scale >= 0 && group.shift < 0)
            std::swap(group.shift, group.biases);
    }

    ArrayGroup& groupOf(const std::string& key)
    {
        const auto [known, isNew] = m_places.emplace(key, m_result.groups.size());
        if (isNew)
            m_result.groups.push_back({.key = key});
        return m_result.groups[known->second];
    }

    const std::vector<NamedArray>& m_arrays;
    ArrayGroups m_result;
    std::map<std::string, std::size_t> m_places;
    bool m_open = false;
};

} // namespace

ArrayGroups groupsOf(const std::vector<NamedArray>& arrays)
{
    return Grouping(arrays).made();
}

bool naturallyBefore(std::string_view left, std::string_view right)
{
    const auto digits = [](std::string_view text) {
        std::size_t count = 0;
        while (count < text.size() && std::isdigit(static_cast<unsigned char>(text[count])))
            ++count;
        return text.substr(0, count);
    };
    while (!left.empty() && !right.empty()) {
        std::string_view one = digits(left), other = digits(right);
        if (one.empty() || other.empty()) {
            if (left.front() != right.front())
                return left.front() < right.front();
            left.remove_prefix(1);
            right.remove_prefix(1);
            continue;
        }
        left.remove_prefix(one.size());
        right.remove_prefix(other.size());
        one.remove_prefix(std::min(one.find_first_not_of('0'), one.size()));
        other.remove_prefix(std::min(other.find_first_not_of('0'), other.size()));
        if (one != other)
            return one.size() != other.size() ? one.size() < other.size() : one < other;
    }
    return left.empty() && !right.empty();
}

} // namespace deltascope::imported
