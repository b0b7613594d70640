// SPDX-License-Identifier: GPL-3.0-or-later
// The state_dict of torch.nn.Sequential(Linear, f, Linear, f …): 0.weight, 0.bias, 2.weight … as doubles.
#include "documents/document_json.h"
#include "imported/imported_network.h"
#include "reading/json.h"
#include "reports/network_format.h"

#include <bit>
#include <cstdint>

namespace deltascope::network_formats {

namespace {

template <class Bits>
std::string littleEndian(Bits bits)
{
    std::string bytes(sizeof bits, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(bits & 0xff);
        bits = static_cast<Bits>(bits >> 8);
    }
    return bytes;
}

std::string entry(const std::string& name, const std::string& shape, std::size_t& place, std::size_t numbers)
{
    const std::size_t begin = place;
    place += numbers * sizeof(double);
    return ",\"" + name + R"(":{"dtype":"F64","shape":[)" + shape + R"(],"data_offsets":[)" + std::to_string(begin)
        + "," + std::to_string(place) + "]}";
}

void write(const reports::NetworkExport& made, const std::string& /*numbers*/, const reports::TextSink& sink,
    const Watch& watch)
{
    const network::Network& network = *made.network;
    std::string header = R"({"__metadata__":{"format":"pt",")" + std::string(imported::kScenarioKey)
        + "\":" + reading::jsonString(documents::writeDocument({.scenario = made.scenario})) + "}";
    std::size_t place = 0;
    for (int layer = 1; layer <= network.depth(); ++layer) {
        const std::string name = std::to_string(2 * (layer - 1)), rows = std::to_string(network.size(layer));
        const auto neurons = static_cast<std::size_t>(network.size(layer)),
                   before = static_cast<std::size_t>(network.size(layer - 1));
        header += entry(name + ".weight", rows + "," + std::to_string(before), place, neurons * before);
        header += entry(name + ".bias", rows, place, neurons);
    }
    header += "}";
    header.resize((header.size() + 7) / 8 * 8, ' '); // so that the numbers begin where a double may
    reports::Pieces pieces(sink);
    pieces.add(littleEndian(static_cast<std::uint64_t>(header.size())) + header);
    for (int layer = 1; layer <= network.depth() && pieces.wanted(); ++layer) {
        const auto weights = network.weights(layer);
        for (Eigen::Index row = 0; row < weights.rows() && pieces.wanted(); ++row)
            for (Eigen::Index column = 0; column < weights.cols(); ++column)
                pieces.add(littleEndian(std::bit_cast<std::uint64_t>(weights(row, column))));
        const auto biases = network.biases(layer);
        for (Eigen::Index row = 0; row < biases.size(); ++row)
            pieces.add(littleEndian(std::bit_cast<std::uint64_t>(biases[row])));
        if (watch)
            watch(static_cast<double>(layer) / network.depth());
    }
    pieces.handOn();
}

} // namespace

extern const reports::NetworkFormat safetensors;
const reports::NetworkFormat safetensors{
    .id = "safetensors",
    .name = translatable("core", "Safetensors"),
    .suffix = ".safetensors",
    .rank = 20,
    .refusal = reports::weightsAreNotAll,
    .write = write,
};

} // namespace deltascope::network_formats
