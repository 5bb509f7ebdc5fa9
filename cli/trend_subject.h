// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/filter_flags.h"

namespace attache {

/// The filters that say what a trend counts, under that heading of --help.
void add_trend_filters(CLI::App& app, FilterFlags& said, const std::string& group);

/// The one table that has all the filters that are given; of two that have them the first, unless
/// `named` (--table, or empty) says which. Throws UsageError.
std::string trend_table(const FilterFlags& said, const std::string& named);

/// What is counted of a table, as a chart's title has it: "norm self-determination".
std::string trend_subject(const FilterFlags& said, const std::string& table);

}  // namespace attache
