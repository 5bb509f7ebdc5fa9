// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace attache {

/// The manual page in troff's man macros: every command and option with its help.
std::string manual_page(const CLI::App& root, const std::string& version);

}  // namespace attache
