// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <functional>
#include <memory>
#include <string_view>

namespace attache {

/// What the full-text extension offers on this connection. Throws SQLite::Exception where it is not
/// there.
fts5_api* fts5_interface(SQLite::Database& database);

/// The tokenizer of the full-text index (0001_documents.sql), for comparing index and text.
class Tokenizer {
 public:
  /// Throws SQLite::Exception.
  explicit Tokenizer(SQLite::Database& database);
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  /// Of a token: its term, and whether it stands in the place of the one before it.
  using Visit = std::function<void(std::string_view term, bool colocated)>;
  /// Calls visit for each token of `text`, in order. Throws SQLite::Exception.
  void each(std::string_view text, const Visit& visit);

 private:
  fts5_tokenizer methods_{};
  Fts5Tokenizer* tokenizer_ = nullptr;  // owned; given back by methods_.xDelete
};

}  // namespace attache
