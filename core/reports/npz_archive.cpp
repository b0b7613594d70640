// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/npz_archive.h"

#include "documents/document_json.h"
#include "imported/imported_network.h"

#include <bit>
#include <cstdint>
#include <zip.h>

namespace deltascope::reports {

std::string npyText(const Eigen::Ref<const Eigen::MatrixXd>& matrix, bool vector)
{
    const std::string shape = std::to_string(matrix.rows()) + (vector ? "," : ", " + std::to_string(matrix.cols()));
    std::string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }";
    constexpr std::size_t kStart = 10, kAlignment = 64;
    header.resize((kStart + header.size() + kAlignment) / kAlignment * kAlignment - kStart, ' ');
    header.back() = '\n';
    std::string text("\x93NUMPY\x01\x00", 8);
    text += static_cast<char>(header.size() & 0xff);
    text += static_cast<char>(header.size() >> 8);
    text += header;
    text.reserve(text.size() + static_cast<std::size_t>(matrix.size()) * sizeof(double));
    for (Eigen::Index row = 0; row < matrix.rows(); ++row)
        for (Eigen::Index column = 0; column < matrix.cols(); ++column) {
            auto bits = std::bit_cast<std::uint64_t>(matrix(row, column));
            for (std::size_t i = 0; i < sizeof bits; ++i, bits >>= 8)
                text += static_cast<char>(bits & 0xff);
        }
    return text;
}

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries)
{
    constexpr zip_uint16_t kFirstDay = 1 << 5 | 1; // 1980-01-01, where ZIP begins to count
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = target ? zip_open_from_source(target, ZIP_TRUNCATE, &error) : nullptr;
    zip_error_fini(&error);
    if (!archive) {
        if (target)
            zip_source_free(target);
        return {};
    }
    zip_source_keep(target);
    bool whole = true;
    for (const auto& [name, bytes] : entries) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t place = source ? zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (place < 0 && source)
            zip_source_free(source);
        const auto index = static_cast<zip_uint64_t>(place);
        whole = whole && place >= 0 && zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0
            && zip_file_set_dostime(archive, index, 0, kFirstDay, 0) == 0;
    }
    whole = whole && zip_close(archive) == 0;
    if (!whole)
        zip_discard(archive);
    std::string text;
    zip_stat_t about;
    zip_stat_init(&about);
    if (whole && zip_source_stat(target, &about) == 0 && zip_source_open(target) == 0) {
        text.resize(static_cast<std::size_t>(about.size));
        if (zip_source_read(target, text.data(), about.size) != static_cast<zip_int64_t>(about.size))
            text.clear();
        zip_source_close(target);
    }
    zip_source_free(target);
    return text;
}

std::string npzOf(const NetworkExport& made)
{
    std::vector<std::pair<std::string, std::string>> entries;
    for (int layer = 1; layer <= made.network->depth(); ++layer) {
        const std::string number = std::to_string(layer);
        entries.emplace_back("W" + number + ".npy", npyText(made.network->weights(layer)));
        entries.emplace_back("b" + number + ".npy", npyText(made.network->biases(layer), true));
    }
    entries.emplace_back("inputs.npy", npyText(made.data->inputs.transpose()));
    entries.emplace_back("targets.npy", npyText(made.data->targets.transpose()));
    entries.emplace_back(imported::kScenarioEntry, documents::writeDocument({.scenario = made.scenario}));
    return zipOf(entries);
}

} // namespace deltascope::reports
