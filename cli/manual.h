// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <span>
#include <string>
#include <string_view>

namespace attache {

/// The manual page in troff's man macros: every command and option with its help.
std::string manual_page(const CLI::App& root, const std::string& version);

/// A name and what there is to say of it.
struct ManualItem {
  std::string_view name, text;
};

/// The variables that attache heeds, and the files that it uses, as docs/cli.md has them.
std::span<const ManualItem> manual_environment();
std::span<const ManualItem> manual_files();

}  // namespace attache
