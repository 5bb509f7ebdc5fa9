// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "schema/common_filters.h"
#include "schema/tables.h"

namespace attache {

/// Filters of a table as options of a command, and what was given for them.
class FilterFlags {
 public:
  /// Adds an option for the filter. To be kept where it is until the command has run.
  void add(CLI::App& app, const FilterInfo& filter, const std::string& group);

  /// What was given, in the order of the options. Throws UsageError where --since is later than
  /// --until.
  std::vector<FilterValues> given() const;
  /// What was given for one of them; empty where nothing was, or there is no such option.
  std::vector<std::string> values(std::string_view flag) const;

 private:
  struct Entry {
    std::string flag;
    std::vector<std::string> values;
    bool documents = false;  ///< the values name documents
  };
  std::deque<Entry> entries_;
};

/// The heading of filters in --help.
inline constexpr const char* filters_group =
    "Filters (a repeated one means or, different ones and)";

/// The filter of a table that the program itself names. Throws std::out_of_range where there is
/// none.
const FilterInfo& filter_of(std::string_view table, std::string_view flag);

/// Filters of organizations with which --role means the role of any state, as it does where no role
/// is asked for, and not that of the document's country alone.
std::vector<FilterValues> of_all_states(std::vector<FilterValues> filters);

/// The filters of all tables that say how sure rows are: min-confidence, reviewed, unreviewed.
std::vector<FilterInfo> certainty_filters();

}  // namespace attache
