// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

#include "cli/session.h"
#include "schema/select.h"

namespace attache {

/// The options of `export` that write for another program.
struct ExchangeOptions {
  std::string format;               ///< --to; empty: the data package
  std::string path;                 ///< --output
  std::vector<std::string> tables;  ///< --table; empty: all
  bool force = false;               ///< files may be overwritten
};

/// Adds --to, --output and --table.
void add_exchange_flags(CLI::App& app, ExchangeOptions& options);

/// Writes the annotations of the documents that pass all filters. Returns the exit code. Throws
/// UsageError, OutputError, Interrupted, SelectionError, KnowledgeBaseError.
int run_exchange(const ExchangeOptions& options, const std::vector<FilterValues>& filters,
                 Session& session);

}  // namespace attache
