// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "schema/tokenizer.h"

namespace attache {

/// The form of what IndexWords makes; documents are published anew where it changes.
inline constexpr std::string_view index_words_form = "1";

/// Makes of a sentence what PostgreSQL's index finds it by: the very words that attache's own index
/// has for it, so that both find the same.
class IndexWords {
 public:
  /// Throws SQLite::Exception.
  explicit IndexWords(SQLite::Database& database) : tokenizer_(database) {}

  /// As tsvector is written; good until the next call. Throws SQLite::Exception.
  const std::string& of(std::string_view sentence);
  /// How many places the words of the last sentence have.
  std::int64_t places() const { return places_; }

 private:
  Tokenizer tokenizer_;
  std::map<std::string, std::string, std::less<>> words_;  ///< each with its places
  std::int64_t places_ = 0;
  std::string vector_;
};

}  // namespace attache
