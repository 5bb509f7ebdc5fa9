// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace attache {

/// Adds --json, and --format text|json, which says the same; they exclude each other. `json` must
/// outlive the parsing. Returns --json.
CLI::Option* add_text_or_json(CLI::App& app, bool& json, const std::string& help);

}  // namespace attache
