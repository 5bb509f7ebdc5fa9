// SPDX-License-Identifier: MIT
#include "schema/tokenizer.h"

#include <SQLiteCpp/Exception.h>

#include <array>

#include "schema/prepared.h"

namespace attache {
namespace {

int visit_token(void* visitor, int flags, const char* term, int size, int, int) {
  (*static_cast<const Tokenizer::Visit*>(visitor))({term, static_cast<std::size_t>(size)},
                                                   (flags & FTS5_TOKEN_COLOCATED) != 0);
  return SQLITE_OK;
}

}  // namespace

fts5_api* fts5_interface(SQLite::Database& database) {
  fts5_api* found = nullptr;
  const Prepared statement = prepare(database, "SELECT fts5(?1)");
  sqlite3_bind_pointer(statement.get(), 1, static_cast<void*>(&found), "fts5_api_ptr", nullptr);
  step(database, statement);
  if (found == nullptr) throw SQLite::Exception("this SQLite has no FTS5", SQLITE_ERROR);
  return found;
}

Tokenizer::Tokenizer(SQLite::Database& database) {
  fts5_api* api = fts5_interface(database);
  void* user_data = nullptr;
  database.check(api->xFindTokenizer(api, "unicode61", &user_data, &methods_));
  std::array<const char*, 2> arguments{"remove_diacritics", "2"};
  database.check(methods_.xCreate(user_data, arguments.data(), static_cast<int>(arguments.size()),
                                  &tokenizer_));
}

Tokenizer::~Tokenizer() { methods_.xDelete(tokenizer_); }

void Tokenizer::each(std::string_view text, const Visit& visit) {
  const int code = methods_.xTokenize(
      tokenizer_,
      const_cast<void*>(static_cast<const void*>(&visit)),  // only called
      FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()), &visit_token);
  if (code != SQLITE_OK) throw SQLite::Exception("the text can't be divided into words", code);
}

}  // namespace attache
