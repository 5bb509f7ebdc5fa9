// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <deque>
#include <memory>
#include <string>

#include "cli/output/format.h"
#include "cli/session.h"

namespace attache {

/// The output options that every command printing rows has.
struct OutputFlags {
  std::string format;                  ///< --format NAME
  std::deque<bool> shorthands;         ///< --csv and its like, one for each of formats()
  std::string file;                    ///< --output FILE; empty: standard output
  const CLI::Option* force = nullptr;  ///< --force: FILE may be replaced
  bool no_header = false;
  bool bom = false;
  bool escape_formulas = false;
  bool flatten = false;
  bool raw = false;
  bool leave_out = false;  ///< no option: a table may leave columns out that nobody named
};

/// Adds the options; `flags` must outlive the parsing and stay where it is. To be called behind
/// what adds --force or --count: the one goes for FILE, too, the other with none.
void add_output_flags(CLI::App& app, OutputFlags& flags);

/// The name of the format that the options ask for. Throws UsageError where they contradict each
/// other.
std::string format_of(const OutputFlags& flags, const Session& session);

/// Whether rows go to a terminal.
bool is_for_terminal(const OutputFlags& flags, const Session& session);

/// Whether that format is read by people: by default they get the columns that matter to them, and
/// programs get all. Throws UsageError as format_of() does.
bool is_for_people(const OutputFlags& flags, const Session& session);

/// The writer that the options ask for; a Markdown one puts `open` and `close` in the place of the
/// marks of a search. Throws UsageError where they contradict each other.
std::unique_ptr<RowWriter> make_writer(const OutputFlags& flags, Session& session,
                                       const std::string& open = {}, const std::string& close = {});

}  // namespace attache
