// SPDX-License-Identifier: MIT
// What the tokenizers have in common that stand before SQLite's unicode61: FTS5 calls them through
// C.
#pragma once

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <concepts>
#include <memory>
#include <new>

#include "schema/tokenizer.h"

namespace attache {

/// The tokenizer that another stands before.
struct WrappedTokenizer {
  fts5_tokenizer methods{};
  void* user_data = nullptr;
};

/// One tokenizer before another, as FTS5 asks for one for each table.
struct TokenizerInstance {
  const WrappedTokenizer* of = nullptr;  ///< what was registered
  fts5_tokenizer methods{};
  Fts5Tokenizer* inner = nullptr;

  static const TokenizerInstance& from(Fts5Tokenizer* tokenizer) {
    return *reinterpret_cast<const TokenizerInstance*>(tokenizer);
  }
};

/// Receives a token: its context, flags, and the token with the bytes that it begins and ends at.
using TokenVisit = int (*)(void*, int, const char*, int, int, int);

/// Registers `wrapping` before unicode61 under a name; the connection owns it. Throws
/// SQLite::Exception.
template <std::derived_from<WrappedTokenizer> Wrapping>
void register_before_unicode61(SQLite::Database& database, const char* name,
                               std::unique_ptr<Wrapping> wrapping,
                               int (*tokenize)(Fts5Tokenizer*, void*, int, const char*, int,
                                               TokenVisit)) {
  fts5_api* api = fts5_interface(database);
  database.check(api->xFindTokenizer(api, "unicode61", &wrapping->user_data, &wrapping->methods));
  fts5_tokenizer methods{};
  methods.xCreate = [](void* registered, const char** arguments, int count, Fts5Tokenizer** out) {
    const auto& of = *static_cast<const Wrapping*>(registered);
    std::unique_ptr<TokenizerInstance> made(new (std::nothrow)
                                                TokenizerInstance{&of, of.methods, nullptr});
    if (!made) return SQLITE_NOMEM;
    const int code = of.methods.xCreate(of.user_data, arguments, count, &made->inner);
    if (code == SQLITE_OK) *out = reinterpret_cast<Fts5Tokenizer*>(made.release());
    return code;
  };
  methods.xDelete = [](Fts5Tokenizer* tokenizer) {
    const std::unique_ptr<TokenizerInstance> made(reinterpret_cast<TokenizerInstance*>(tokenizer));
    if (made) made->methods.xDelete(made->inner);
  };
  methods.xTokenize = tokenize;
  const auto forget = [](void* registered) {
    const std::unique_ptr<Wrapping> owner(static_cast<Wrapping*>(registered));
  };
  database.check(api->xCreateTokenizer(api, name, wrapping.get(), &methods, forget));
  wrapping.release();  // the connection has it, and gives it to `forget`
}

}  // namespace attache
