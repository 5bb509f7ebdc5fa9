// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "schema/prepared.h"
#include "schema/tokenizer.h"

namespace attache {

/// Compares the full-text index with the sentences, word for word, and only reads: FTS5's own
/// comparison asks for a database that can be written. Every word of a sentence and every entry of
/// the index is a number made of term, sentence and place; the sums of both must agree. What the
/// tokenizer adds in a word's place may be missing: an index of an older attache has none of it. It
/// takes one pass over the texts and one over the index, and memory for the additions alone.
class IndexCheck {
 public:
  /// Throws SQLite::Exception.
  explicit IndexCheck(SQLite::Database& database);

  /// To be called for each stored sentence.
  void sentence(std::int64_t id, std::string_view text);

  /// What does not agree, in words; to be called once, after the last sentence. An index that can't
  /// be read through is among it.
  std::vector<std::string> finish();

 private:
  std::uint64_t number_of(std::string_view term, std::int64_t sentence, std::int64_t place) const;
  void read_index();
  bool finds(const Prepared& lookup, const std::string& term);
  bool sizes_agree();
  std::vector<std::string> configuration();

  SQLite::Database& database_;
  Tokenizer tokenizer_;
  Prepared size_;
  std::uint64_t seed_;  ///< anew for each run, so that no file can be made to fit
  std::uint64_t words_ = 0, entries_ = 0;
  std::unordered_set<std::uint64_t> additions_;  ///< numbers of what may be there
  std::int64_t sentences_ = 0, tokens_ = 0;
  bool sizes_wrong_ = false, all_are_found_ = true;
};

}  // namespace attache
