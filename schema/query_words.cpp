// SPDX-License-Identifier: MIT
#include "schema/query_words.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <memory>
#include <new>

#include "schema/server_lexeme.h"
#include "schema/tokenizer.h"

namespace attache {
namespace {

/// The tokenizer of the index, and who listens.
struct Listener {
  fts5_tokenizer methods{};
  void* user_data = nullptr;
  QueryWords* words = nullptr;
};

struct Instance {
  const Listener* listener = nullptr;
  Fts5Tokenizer* inner = nullptr;
};

using Visit = int (*)(void*, int, const char*, int, int, int);

/// Adds a token to the phrase, and hands it on.
struct Hearing {
  QueryWords::Phrase phrase;
  void* context;
  Visit visit;
};

int hear(void* context, int flags, const char* term, int size, int begin, int end) {
  auto& hearing = *static_cast<Hearing*>(context);
  try {
    auto& places = hearing.phrase.places;
    if ((flags & FTS5_TOKEN_COLOCATED) == 0 || places.empty()) places.emplace_back();
    places.back().emplace_back(term, static_cast<std::size_t>(size));
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
  return hearing.visit(hearing.context, flags, term, size, begin, end);
}

int create(void* listener, const char** arguments, int count, Fts5Tokenizer** out) {
  const auto* heard = static_cast<const Listener*>(listener);
  std::unique_ptr<Instance> instance(new (std::nothrow) Instance{heard, nullptr});
  if (!instance) return SQLITE_NOMEM;
  const int code = heard->methods.xCreate(heard->user_data, arguments, count, &instance->inner);
  if (code == SQLITE_OK) *out = reinterpret_cast<Fts5Tokenizer*>(instance.release());
  return code;
}

void destroy(Fts5Tokenizer* tokenizer) {
  const std::unique_ptr<Instance> instance(reinterpret_cast<Instance*>(tokenizer));
  if (instance) instance->listener->methods.xDelete(instance->inner);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size,
             Visit visit) try {
  const auto& instance = *reinterpret_cast<const Instance*>(tokenizer);
  Hearing hearing{{{}, (flags & FTS5_TOKENIZE_PREFIX) != 0}, context, visit};
  const int code =
      instance.listener->methods.xTokenize(instance.inner, &hearing, flags, text, size, &hear);
  instance.listener->words->phrases.push_back(std::move(hearing.phrase));
  return code;
} catch (const std::bad_alloc&) {
  return SQLITE_NOMEM;
}

void forget(void* listener) {
  const std::unique_ptr<Listener> owner(static_cast<Listener*>(listener));
}

}  // namespace

void register_hearing_tokenizer(SQLite::Database& database, QueryWords& words) {
  fts5_api* api = fts5_interface(database);
  auto listener = std::make_unique<Listener>();
  listener->words = &words;
  database.check(api->xFindTokenizer(api, "unicode61", &listener->user_data, &listener->methods));
  fts5_tokenizer methods{};
  methods.xCreate = &create;
  methods.xDelete = &destroy;
  methods.xTokenize = &tokenize;
  database.check(api->xCreateTokenizer(api, "heard", listener.get(), &methods, &forget));
  listener.release();  // the connection has it, and gives it to `forget`
}

std::string tsquery_of(const QueryWords::Phrase& phrase) {
  std::string query;
  for (const QueryWords::Place& place : phrase.places) {
    std::string any;
    for (const std::string& word : place) {
      const std::string_view lexeme = server_lexeme(word);
      const bool goes_on = phrase.is_prefix && &place == &phrase.places.back();
      any += (any.empty() ? "" : " | ") + quoted_lexeme(lexeme) + (goes_on ? ":*" : "");
    }
    query += (query.empty() ? "(" : " & (") + any + ")";
  }
  return query;
}

}  // namespace attache
