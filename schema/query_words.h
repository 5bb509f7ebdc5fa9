// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace attache {

/// The phrases of a question to the full-text index, as its tokenizer hears them.
struct QueryWords {
  /// What may stand in one place: a word, or what it is besides.
  using Place = std::vector<std::string>;
  struct Phrase {
    std::vector<Place> places;
    bool is_prefix = false;  ///< the last word may go on
  };
  std::vector<Phrase> phrases;
};

/// Makes a tokenizer `heard` that is the index's and adds each phrase of a question to `words`,
/// which must outlive the database. Throws SQLite::Exception.
void register_hearing_tokenizer(SQLite::Database& database, QueryWords& words);

/// The phrase as PostgreSQL's tsquery: all rows that hold its words somewhere. Empty for none.
std::string tsquery_of(const QueryWords::Phrase& phrase);

}  // namespace attache
