// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

class KnowledgeBase;
struct TableInfo;

/// A column's name, its type and what a row has there; nothing for NULL.
struct Field {
  ColumnInfo column;
  std::optional<std::string> value;
};

/// A place that supports a row. Offsets are bytes of the document's text.
struct CitedPlace {
  std::int64_t sentence = 0;  ///< in the document, from 0
  std::int64_t start = 0, end = 0;
  std::string rule;
  std::int64_t paragraph_start = 0,
               paragraph_end = 0;  ///< of the paragraph that the sentence stands in
};

/// What a reference names: a document ("aze-foreign-policy") or a row
/// ("aze-foreign-policy/organizations/guam").
struct Referred {
  const TableInfo* table = nullptr;
  std::int64_t document_id = 0;
  std::vector<Field> fields;       ///< all columns of the table
  std::vector<CitedPlace> places;  ///< of a row, in the order of the text
};

/// What the reference names. A document may be given by its path, too. Throws KnowledgeBaseError.
std::optional<Referred> find_reference(const KnowledgeBase& base, const std::string& reference);

/// Up to three references that were probably meant by one that names nothing. Throws
/// KnowledgeBaseError.
std::vector<std::string> similar_references(const KnowledgeBase& base,
                                            const std::string& reference);

}  // namespace attache
