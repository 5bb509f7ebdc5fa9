// SPDX-License-Identifier: MIT
#include "schema/query_words.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <memory>
#include <new>

#include "schema/server_lexeme.h"
#include "schema/wrapped_tokenizer.h"

namespace attache {
namespace {

/// The tokenizer of the index, and who listens.
struct Listener : WrappedTokenizer {
  QueryWords* words = nullptr;
};

/// Adds a token to the phrase, and hands it on.
struct Hearing {
  QueryWords::Phrase phrase;
  void* context;
  TokenVisit visit;
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

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size,
             TokenVisit visit) try {
  const auto& instance = TokenizerInstance::from(tokenizer);
  Hearing hearing{{{}, (flags & FTS5_TOKENIZE_PREFIX) != 0}, context, visit};
  const int code = instance.methods.xTokenize(instance.inner, &hearing, flags, text, size, &hear);
  static_cast<const Listener*>(instance.of)->words->phrases.push_back(std::move(hearing.phrase));
  return code;
} catch (const std::bad_alloc&) {
  return SQLITE_NOMEM;
}

}  // namespace

void register_hearing_tokenizer(SQLite::Database& database, QueryWords& words) {
  auto listener = std::make_unique<Listener>();
  listener->words = &words;
  register_before_unicode61(database, "heard", std::move(listener), &tokenize);
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
