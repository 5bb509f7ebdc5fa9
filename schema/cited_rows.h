// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

/// A place that supports a row, with its sentence. Offsets are bytes of the document's text as they
/// are stored, not yet looked at.
struct SentencePlace {
  std::int64_t sentence = 0;  ///< in the document, from 0
  std::int64_t sentence_start = 0, sentence_end = 0;
  std::int64_t start = 0, end = 0;  ///< of what is cited; it may go on behind the sentence
};

/// A row of a table with the places that support it.
struct CitedRow {
  std::int64_t document_id = 0;
  std::vector<std::optional<std::string>> cells;  ///< one for each column that was asked for
  std::vector<SentencePlace> places;              ///< in the order of the text
};

/// Which rows are wanted: those that the filters let through, the newest document's first, then in
/// the order of seeding.
struct CitedRowsQuestion {
  std::vector<FilterValues> filters;
  std::vector<std::string> columns;  ///< of the table, or "ref"; none that only a listing has
  std::uint64_t limit = 0;           ///< rows at most
};

/// Hands over the rows one at a time; of a filter on words, only the places that have them. Throws
/// SelectionError, KnowledgeBaseError.
void cited_rows(const KnowledgeBase& base, const TableInfo& table,
                const CitedRowsQuestion& question,
                const std::function<void(const CitedRow&)>& sink);

}  // namespace attache
