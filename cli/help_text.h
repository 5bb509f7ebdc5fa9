// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace attache {

/// The help of a command that `above` names the commands above ("attache review"; empty for
/// attache itself), in lines of at most `width` columns; 0 is no limit. Examples that are broken
/// are still commands.
std::string help_text(const CLI::App& app, const std::string& above, std::size_t width);

/// A help as the command line gives it, in such lines.
std::string fitted_help(const std::string& help, std::size_t width);

}  // namespace attache
