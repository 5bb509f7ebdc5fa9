// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/output_flags.h"
#include "cli/session.h"
#include "schema/tables.h"

namespace attache {

/// The options of every command that asks one table: which columns and rows it gives, in which
/// order, and what is made of rows that are the same in some columns.
struct RowFlags {
  std::vector<std::string> columns;
  std::string sort;
  bool reverse = false;
  bool evidence = false;
  bool count = false;
  std::vector<std::string> count_by, distinct, first, last;
  bool share = false;
  bool exit_status = false;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  OutputFlags output;
};

/// Adds the options of rows and columns, with `columns` named in the help; `flags` must outlive the
/// parsing and stay where it is.
void add_row_flags(CLI::App& app, RowFlags& flags, const std::string& columns);
/// Has --limit and --offset of a command, where it has them, refuse all but numbers, 0 or more.
void require_row_numbers(CLI::App& app);
/// Tells which of --limit 0 and --offset prints no row where there are some. For commands that know
/// that there are; nothing is told where neither can be the reason.
void tell_left_out(const Session& session, const std::optional<std::uint64_t>& limit,
                   std::uint64_t offset);
/// --evidence, for tables whose rows are what documents say.
void add_evidence_flag(CLI::App& app, RowFlags& flags, const TableInfo& table);
/// --count-by and its like.
void add_group_flags(CLI::App& app, RowFlags& flags);

/// Puts the options into a selection. Throws UsageError where they contradict each other.
void heed(const RowFlags& flags, Selection& selection);

/// Prints what the selection has, rows or their number; gives how many, and not 0 where there are
/// some that --limit 0 or --offset leave out, which it tells. Throws SelectionError,
/// KnowledgeBaseError, and UsageError where output options contradict each other. Where no column
/// is named, formats for programs get all of them. Nothing is written, not even a header, before
/// the selection has proved to be one that can be asked.
std::uint64_t print_selection(Session& session, const KnowledgeBase& base, const TableInfo& table,
                              Selection selection, const RowFlags& flags);

}  // namespace attache
