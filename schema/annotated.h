// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/review.h"
#include "schema/select.h"

namespace attache {

class KnowledgeBase;

/// A place that supports a row, in bytes of the document's text.
struct AnnotatedPlace {
  std::int64_t start = 0, end = 0;
  bool operator==(const AnnotatedPlace&) const = default;
};

/// A row with all places that support it.
struct AnnotatedRow {
  std::string table;                   ///< principles, priorities, organizations or leaders
  std::string ref;                     ///< the row's reference
  std::vector<ColumnValue> values;     ///< of amendable_columns(table), in their order
  std::string review;                  ///< the decision that is applied, or empty
  std::optional<double> confidence;    ///< of its surest citation, from 0 to 1
  std::vector<AnnotatedPlace> places;  ///< each once, in the order of the text; never outside it
};

/// A document with its text and the rows that cite it. What is not known is empty.
struct AnnotatedDocument {
  std::string document, title, country, date, language, source;
  std::string sha256;     ///< of the file as given
  std::string seeded_at;  ///< UTC, ISO 8601
  std::string text;
  std::vector<AnnotatedRow> rows;
  std::int64_t document_id = 0;
};

/// Hands over the documents that pass all `filters` (of documents), in the order of seeding, with
/// their rows of `tables` (all four where it is empty), those that a person rejected left out;
/// until `sink` returns false. The caller holds a Snapshot where others may write. Throws
/// SelectionError, KnowledgeBaseError: damaged where a citation does not lie in its text.
void read_annotated(const KnowledgeBase& base, const std::vector<FilterValues>& filters,
                    const std::vector<std::string>& tables,
                    const std::function<bool(const AnnotatedDocument&)>& sink);

}  // namespace attache
