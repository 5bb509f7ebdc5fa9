// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/select.h"

namespace attache {

/// A row that two documents do not have alike. Rows are the same where their keys are; of those
/// that both have only what the row says is looked at, not where it says it.
struct RowChange {
  std::string_view change;            ///< gained, lost or changed, from the first to the second
  std::string_view table;             ///< "organizations"
  std::string key;                    ///< of the row's reference
  std::string words;                  ///< its name or wording, in the second where that has it
  std::vector<std::string> columns;   ///< of a changed row: those that differ
  std::string before, after;          ///< of a changed row: COLUMN=VALUE of each, with "; " between
  std::string before_ref, after_ref;  ///< empty where a document lacks the row
};

/// How many rows there are of each kind.
struct DiffCounts {
  std::uint64_t gained = 0, lost = 0, changed = 0, same = 0;
};

/// The changes from document `before` to document `after` (slugs) in `tables`, of the rows that
/// pass the filters: table by table, in each the lost, the changed and the gained ones in the order
/// of their documents. The sink returns false to stop, and all is counted nevertheless. Throws
/// SelectionError, KnowledgeBaseError.
DiffCounts diff(const KnowledgeBase& base, const std::string& before, const std::string& after,
                const std::vector<std::string>& tables, const std::vector<FilterValues>& filters,
                const std::function<bool(const RowChange&)>& sink);

/// The slug of the version before that of a document: the next older by date, then as seeded; empty
/// where there is none. Throws KnowledgeBaseError.
std::string version_before(const KnowledgeBase& base, const std::string& document);

}  // namespace attache
