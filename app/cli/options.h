// SPDX-License-Identifier: GPL-3.0-or-later
// Options that several commands share.
#pragma once

#include "cli/arguments/command.h"
#include "text/language.h"

namespace deltascope::cli::options {

inline constexpr Option preset{
    "--preset", "ID", translatable("core", "start from a preset; “list presets” names them")};
inline constexpr Option scenario{"--scenario", "FILE",
    translatable("core", "start from a .deltascope file or an exported figure; - is standard input")};
inline constexpr Option set{"--set", "KEY=VALUE",
    translatable("core", "set one parameter; “list parameters” names them, and widths=784:300:10 sets all sizes"),
    true};
inline constexpr Option data{
    "--data", "DIR", translatable("core", "the folder of the MNIST files, mnist.npz, or the file of a table")};
inline constexpr Option network{"--network", "FILE",
    translatable("core",
        "initial weights and biases from your own network: .safetensors, .npz, or the .json of “network --out”")};
inline constexpr Option step{
    "--step", "N", translatable("core", "the network before step N of its training, as trained so far")};
inline constexpr Option out{"--out", "FILE", translatable("core", "write to this file instead of standard output")};
inline constexpr Option lang{.name = "--lang",
    .value = "CODE",
    .help = translatable("core", "language of the texts: %1"),
    .listed = text::availableLanguages};

} // namespace deltascope::cli::options
