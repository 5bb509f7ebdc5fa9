// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/select.h"
#include "schema/sides.h"

namespace attache {

/// What two groups of documents say, side by side.
struct CompareQuestion {
  std::string table;  ///< principles, priorities, organizations, leaders or sentences
  ComparedSide a, b;
  std::vector<FilterValues> filters;  ///< of documents, for both sides
  std::vector<FilterValues> said;     ///< of the table besides
};

/// How one side says a thing.
struct SideCount {
  std::int64_t documents = 0;  ///< 0: it does not say it
  std::int64_t citations = 0;
  std::string ref;       ///< of the earliest row; empty where there is none
  std::int64_t row = 0;  ///< key of that row: those of a document rise in its order
};

/// A thing that at least one side says.
struct ComparedRow {
  std::vector<std::string> key;  ///< one for each of compared_columns()
  SideCount a, b;
};

struct Comparison {
  std::int64_t documents_a = 0, documents_b = 0;  ///< of each side, whether they say it or not
  std::int64_t both = 0, only_a = 0, only_b = 0;  ///< things that are said so

  /// Counts a thing that so many documents of each side say.
  void count(std::int64_t a, std::int64_t b) {
    ++(a > 0 && b > 0 ? both : a > 0 ? only_a : only_b);
  }
};

/// Receives the rows one at a time, when all is counted; returns false to stop.
using ComparedSink = std::function<bool(const ComparedRow& row, const Comparison& in)>;

/// The columns that say what is the same thing: norm; theme; name, body and role; name and
/// office_type; sentence_text. Empty where the table can't be compared.
std::vector<ColumnInfo> compared_columns(const std::string& table);

/// Compares. Of organizations only the roles that documents give their own country count,
/// and aims without a theme are left out. Rows come as what both say, what A alone says, what B
/// alone says; the most documents first in each. Throws SelectionError, KnowledgeBaseError.
Comparison compare(const KnowledgeBase& base, const CompareQuestion& question,
                   const ComparedSink& sink);

}  // namespace attache
