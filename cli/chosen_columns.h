// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output/format.h"

namespace attache {

/// A column that is asked for twice stands once: JSON's members have each name once.
std::vector<std::string> each_once(const std::vector<std::string>& columns);

/// Those columns of a command that is no question to one table which a user wants to see.
class ChosenColumns {
 public:
  /// `wanted` as --columns gives it: these columns, or all. Where it is empty, people get those of
  /// `usual` and programs all. `whose` begins the refusal of an unknown one: "decisions have".
  /// Throws UsageError.
  ChosenColumns(std::span<const ColumnInfo> offered, const std::vector<std::string>& wanted,
                std::span<const std::string_view> usual, bool for_people, std::string_view whose);

  const std::vector<ColumnInfo>& columns() const { return columns_; }
  /// Hands those of a row's cells to the writer; `cells` are one for each that is offered.
  void write(RowWriter& writer, std::span<const Cell> cells) const;

 private:
  std::vector<std::size_t> places_;  ///< in what is offered
  std::vector<ColumnInfo> columns_;
};

/// The names of columns. They live as long as the columns.
std::vector<std::string_view> names_of(std::span<const ColumnInfo> columns);

/// An option that takes names of columns, with commas between.
CLI::Option* add_columns_option(CLI::App& app, const char* name, std::vector<std::string>& columns,
                                const std::string& help);

/// "a, b, c", for --help.
std::string list_of(std::span<const ColumnInfo> columns);

}  // namespace attache
