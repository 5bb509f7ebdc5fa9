// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <vector>

#include "schema/read_texts.h"
#include "schema/selection_sql.h"

namespace attache {

/// Reads texts and sentences of documents by their ids.
class TextReader {
 public:
  explicit TextReader(SQLite::Database& database);

  /// Fills text and sentences; false where there is no text. Throws SQLite::Exception, also where a
  /// sentence does not lie in its text.
  bool read(std::int64_t document_id, TextOfDocument& into);

 private:
  SQLite::Statement text_, places_;
};

/// The documents that pass the filters, as a table `l` of document_id, document, title, country and
/// date for FROM. The values of `before` are those of the statement's first parameters.
SelectionSql documents_listed(SQLite::Database& database, const std::vector<FilterValues>& filters,
                              std::vector<std::string> before = {});

}  // namespace attache
