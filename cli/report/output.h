// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <functional>

#include "cli/export/output_file.h"
#include "cli/session.h"

namespace attache {

/// Adds --output (-o) and --force.
void add_page_options(CLI::App& app, OutputFileName& file);

/// To be asked before anything is counted: throws UsageError where --force has no file, or where
/// the page would go to a terminal, which can't show it.
void check_page_file(const OutputFileName& file, const Session& session);

/// Writes a page to the file, and says so, or to standard output where none (or -) is named. Throws
/// UsageError, OutputError, and what `write` throws.
void write_page(const OutputFileName& file, Session& session,
                const std::function<void(Sink&)>& write);

}  // namespace attache
