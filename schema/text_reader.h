// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <functional>
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

/// Visits the rows of a statement that begins with these columns of `l`, by the document's id and
/// with all of it but text and sentences, which stay as the visit before left them; until `visit`
/// returns false. The values of `asked` are bound. Throws SQLite::Exception.
void each_listed(SQLite::Statement& rows, const SelectionSql& asked,
                 const std::function<bool(std::int64_t, TextOfDocument&)>& visit);

}  // namespace attache
