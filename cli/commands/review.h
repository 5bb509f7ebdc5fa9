// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output/format.h"
#include "schema/review.h"

namespace attache {

// The parts of `attache review`, each a subcommand or more of `app`.
void add_review_decisions(CLI::App& app, std::vector<Command>& parts);
void add_review_list(CLI::App& app, std::vector<Command>& parts);
void add_review_package(CLI::App& app, std::vector<Command>& parts);
void add_review_samples(CLI::App& app, std::vector<Command>& parts);

/// A decision as a row of all that is known of it: what `list` can show, and `export` writes.
struct ReviewCells {
  explicit ReviewCells(const ReviewState& state);
  std::vector<std::string> texts;  ///< one for each of review_list_columns(); empty for none
};
const std::vector<ColumnInfo>& review_list_columns();

/// Who decides: what --by gives, else what the environment says. Throws UsageError where neither
/// does.
std::string reviewer(const std::string& by, const Session& session);

}  // namespace attache
