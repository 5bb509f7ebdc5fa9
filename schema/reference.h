// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  std::int64_t passage_start = 0,
               passage_end = 0;  ///< of the words to show it in: its paragraph, or as asked for
  std::int64_t statement_start = 0,
               statement_end = 0;  ///< the words that state what the row says; the same: none
  std::optional<double> confidence = {};  ///< from 0 to 1
  std::string of = {};  ///< whose it is, where places of several references are shown together
};

/// What a reference names: a document ("aze-foreign-policy"), a row
/// ("aze-foreign-policy/organizations/guam") or a sentence ("aze-foreign-policy/sentence/12").
struct Referred {
  const TableInfo* table = nullptr;
  std::int64_t document_id = 0;
  std::vector<Field> fields;       ///< all columns of the table
  std::vector<CitedPlace> places;  ///< of a row, in the order of the text; the sentence itself
  std::vector<std::string> rows;   ///< references of the rows that cite the sentence

  bool is_document() const;
  bool is_sentence() const;
};

/// The value of a column of what is referred to; empty where it has none.
std::string field_of(const Referred& referred, std::string_view column);

/// The columns of a sentence; it is none of tables().
const TableInfo& sentence_table();

/// What the reference names. A document may be given by its path, too. The passage of a place is
/// its paragraph, or with `around` so many sentences before and after its own. Throws
/// KnowledgeBaseError.
std::optional<Referred> find_reference(const KnowledgeBase& base, const std::string& reference,
                                       std::optional<std::uint32_t> around = std::nullopt);

/// Up to three references that were probably meant by one that names nothing. Throws
/// KnowledgeBaseError.
std::vector<std::string> similar_references(const KnowledgeBase& base,
                                            const std::string& reference);

/// Up to three references of rows that were probably meant; empty where no row's is near. Throws
/// KnowledgeBaseError.
std::vector<std::string> similar_rows(const KnowledgeBase& base, const std::string& reference);

/// The references of all rows of a document, in the order of the tables. Throws KnowledgeBaseError.
std::vector<std::string> rows_of(const KnowledgeBase& base, const std::string& document);

}  // namespace attache
