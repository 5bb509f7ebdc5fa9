// SPDX-License-Identifier: MIT
#include "schema/server_index.h"

#include <SQLiteCpp/Statement.h>

#include <charconv>

#include "schema/folding_tokenizer.h"
#include "schema/query_words.h"

namespace attache {
namespace {

/// Where FTS5 keeps the averages: https://www.sqlite.org/fts5.html, "The %_data table".
constexpr const char* averages_sql = "UPDATE sentences_fts_data SET block = ?1 WHERE id = 1";

/// Each text is unpacked once, not once for each of its sentences: || makes a value of its own.
constexpr const char* sentences_sql =
    "SELECT i.id, substr(d.text, i.first::integer, i.size::integer) FROM (SELECT document_id, "
    "array_agg(sentence_id) AS ids, array_agg(start_char + 1) AS firsts, array_agg(end_char - "
    "start_char) AS sizes FROM sentences WHERE words @@ $1::tsquery GROUP BY document_id) AS h "
    "JOIN "
    "LATERAL (SELECT t.text || '' AS text FROM document_texts AS t WHERE t.document_id = "
    "h.document_id OFFSET 0) AS d ON true CROSS JOIN LATERAL unnest(h.ids, h.firsts, h.sizes) AS "
    "i(id, first, size) ORDER BY i.id";

/// SQLite's variable-length integer, the highest seven bits first; for numbers below 2^56.
std::string variable_length(std::int64_t number) {
  std::string bytes(1, static_cast<char>(number & 0x7f));
  for (auto rest = static_cast<std::uint64_t>(number) >> 7; rest != 0; rest >>= 7)
    bytes.insert(bytes.begin(), static_cast<char>((rest & 0x7f) | 0x80));
  return bytes;
}

}  // namespace

ServerIndex::ServerIndex(ServerStore& store)
    : store_(store), words_(std::make_unique<QueryWords>()) {
  register_folding_tokenizer(database());
  register_hearing_tokenizer(database(), *words_);
  database().exec(
      "CREATE VIRTUAL TABLE temp.probe USING fts5(text, tokenize = 'heard remove_diacritics 2');"
      "CREATE VIRTUAL TABLE sentences_fts USING fts5(text, tokenize = 'unicode61 remove_diacritics "
      "2');"
      "INSERT INTO sentences_fts(sentences_fts, rank) VALUES ('hashsize', 16777216)");
  probe_ = prepare(database(), "SELECT 1 FROM temp.probe WHERE probe MATCH ?1");
  insert_ = prepare(database(), "INSERT INTO sentences_fts(rowid, text) VALUES (?1, ?2)");
  totals_ = prepare(database(), averages_sql);
}

ServerIndex::~ServerIndex() {
  probe_.reset();  // before what its tokenizer tells
  database().tryExec("DROP TABLE temp.probe");
}

void ServerIndex::fetch(const std::string& expression) {
  words_->phrases.clear();
  sqlite3_reset(probe_.get());
  sqlite3_bind_text(probe_.get(), 1, expression.data(), static_cast<int>(expression.size()),
                    SQLITE_TRANSIENT);
  step(database(), probe_);
  sqlite3_reset(probe_.get());
  for (const QueryWords::Phrase& phrase : std::vector(words_->phrases)) {
    const std::string question = tsquery_of(phrase);
    if (question.empty() || !asked_.insert(question).second) continue;
    fetch_sentences(question);
  }
}

void ServerIndex::fetch_sentences(const std::string& question) {
  database().exec("BEGIN");
  try {
    store_.server().ask(MessageFields().add("ask").add(sentences_sql).add(question),
                        [&](FieldReader& cells) { add(cells); });
  } catch (...) {
    database().tryExec("COMMIT");
    asked_.erase(question);
    throw;
  }
  database().exec("COMMIT");
  tell_totals();
}

void ServerIndex::add(FieldReader& cells) {
  for (MessageField id, text; cells.next(id) && cells.next(text);) {
    std::int64_t number = 0;
    std::from_chars(id->data(), id->data() + id->size(), number);
    if (!here_.insert(number).second || !text) continue;
    sqlite3_bind_int64(insert_.get(), 1, number);
    sqlite3_bind_text(insert_.get(), 2, text->data(), static_cast<int>(text->size()),
                      SQLITE_STATIC);
    step(database(), insert_);
    sqlite3_reset(insert_.get());
  }
}

/// The order by relevance goes by how many sentences there are, and how long they are.
void ServerIndex::tell_totals() {
  if (averages_.empty())
    store_.server().ask(
        MessageFields().add("ask").add(
            "SELECT (SELECT coalesce(sum(sentence_count), 0)::bigint FROM documents), (SELECT "
            "coalesce(sum(words), 0)::bigint FROM published_documents)"),
        [&](FieldReader& cells) {
          const std::int64_t rows = cells.number();
          averages_ = variable_length(rows) + variable_length(cells.number());
        });
  sqlite3_bind_blob(totals_.get(), 1, averages_.data(), static_cast<int>(averages_.size()),
                    SQLITE_STATIC);
  step(database(), totals_);
  sqlite3_reset(totals_.get());
}

}  // namespace attache
