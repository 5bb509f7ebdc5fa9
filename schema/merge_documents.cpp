// SPDX-License-Identifier: MIT
#include "schema/merge_documents.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <numeric>

#include "schema/column_list.h"
#include "schema/digest.h"
#include "schema/errors.h"
#include "schema/identifier.h"
#include "schema/review_rows.h"

namespace attache {
namespace {

std::int64_t next_id(SQLite::Database& database, std::string_view table, std::string_view key) {
  return database
      .execAndGet("SELECT ifnull(max(" + identifier(key) + "), 0) + 1 FROM main." +
                  identifier(table))
      .getInt64();
}

void restart(const Prepared& statement, std::int64_t document_id) {
  sqlite3_reset(statement.get());
  sqlite3_bind_int64(statement.get(), 1, document_id);
}

void bind_text(const Prepared& statement, int index, std::string_view text) {
  sqlite3_bind_text64(statement.get(), index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

/// In the order in which they are digested.
std::string rows_query(const CopiedRows& rows) {
  std::string columns;
  for (const std::string& column : rows.columns())
    columns.append(columns.empty() ? "t." : ", t.").append(identifier(column));
  const std::string from = " FROM main." + identifier(rows.table()) + " AS t";
  if (rows.table() != "sentences" && rows.table() != "citations")
    return "SELECT " + columns + from + " WHERE t.document_id = ? ORDER BY " +
           (rows.table() == "document_metadata" ? "ordinal" : identifier(rows.columns().front()));
  return "SELECT " + columns + " FROM main.documents AS d CROSS JOIN main." +
         identifier(rows.table()) +
         " AS t ON t.sentence_id >= d.first_sentence_id AND t.sentence_id < d.first_sentence_id + "
         "d.sentence_count WHERE d.document_id = ? ORDER BY t.sentence_id" +
         (rows.table() == "citations" ? ", t.citation_id" : "");
}

void set_document(CopiedRows& rows, std::int64_t document_id) {
  const std::size_t place = rows.place("document_id");
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows.at(i, place) = {SQLITE_INTEGER, document_id, 0};
}

/// Of the tables of a copy.
constexpr std::size_t sentences_place = 0;
std::size_t citations_place() { return judged_tables().size() + 1; }

}  // namespace

std::vector<CopiedRows> merged_tables(SQLite::Database& to) {
  std::vector<CopiedRows> tables;
  const auto add = [&](std::string_view table) {
    tables.emplace_back(std::string(table), column_names(to, std::string(table)));
  };
  add("sentences");
  for (const JudgedTable& table : judged_tables()) add(table.name);
  add("citations");
  add("document_metadata");
  return tables;
}

MergedIds::MergedIds(SQLite::Database& to)
    : documents(next_id(to, "documents", "document_id")),
      sentences(next_id(to, "sentences", "sentence_id")),
      next_citation(next_id(to, "citations", "citation_id")) {
  for (const JudgedTable& table : judged_tables())
    next_fact.push_back(next_id(to, table.name, table.id));
}

MergedDocuments::MergedDocuments(const MergeSource& from, SQLite::Database& to, MergedIds& ids)
    : from_(from),
      ids_(ids),
      digests_(from.database()),
      descriptions_(from.database()),
      tables_(merged_tables(to)),
      rows_digest_(tables_),
      text_(from.rows("SELECT text FROM main.document_texts WHERE document_id = ?")) {
  for (const CopiedRows& table : tables_) rows_.push_back(from.rows(rows_query(table)));
}

void MergedDocuments::names_nothing(const CopiedRows& rows) const {
  from_.damaged("a row of " + rows.table() +
                " names a row that is not there, or is another document's");
}

void MergedDocuments::read(const MergedDocument& document, DocumentCopy& copy) {
  copy.document_id = *ids_.documents.find(document.document_id);
  if (copy.tables.empty()) copy.tables = tables_;
  {
    const auto alone = from_.alone();
    read_text(document, copy);
    read_rows(document, copy);
  }
  require_sound(document, copy);
  number_sentences(copy.document_id, copy.tables[sentences_place]);
  std::vector<IdRuns> facts;
  for (std::size_t i = 0; i < judged_tables().size(); ++i)
    facts.push_back(number_facts(i, copy.document_id, copy.tables[i + 1]));
  number_citations(copy, facts);
  set_document(copy.tables.back(), copy.document_id);
  copy.rows_digest = rows_digest_.of(copy.tables);
}

void MergedDocuments::read_text(const MergedDocument& document, DocumentCopy& copy) {
  restart(text_, document.document_id);
  const bool found = from_.next(text_);
  const auto* text =
      found ? reinterpret_cast<const char*>(sqlite3_column_text(text_.get(), 0)) : nullptr;
  copy.text.assign(text == nullptr ? "" : text,
                   static_cast<std::size_t>(sqlite3_column_bytes(text_.get(), 0)));
  sqlite3_reset(text_.get());
  if (!found) from_.damaged("the text of " + document.slug + " is not the one that was stored");
}

void MergedDocuments::read_rows(const MergedDocument& document, DocumentCopy& copy) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    copy.tables[i].clear();
    restart(rows_[i], document.document_id);
    while (from_.next(rows_[i]))
      if (!copy.tables[i].add(rows_[i]))
        from_.damaged("a row of " + copy.tables[i].table() + " holds neither number nor text");
    sqlite3_reset(rows_[i].get());
  }
  for (const std::size_t place : {sentences_place, citations_place()})
    if (copy.tables[place].has_text()) from_.damaged("a number is none");
}

/// A text that is known to have been replaced keeps the digest of the one that was given.
void MergedDocuments::require_sound(const MergedDocument& document, DocumentCopy& copy) {
  copy.text_digest = document.text;
  if (!document.text.starts_with("changed:") && sha256_of(copy.text) != document.text)
    from_.damaged("the text of " + document.slug + " is not the one that was stored");
  const std::string digest = rows_digest_.of(copy.tables);
  const auto alone = from_.alone();
  const auto [rows, described] = guarded(from_.file(), from_.database(), [&] {
    return std::pair(digests_.rows(document.document_id, digest),
                     descriptions_.state(document.document_id));
  });
  if (rows != DocumentDigests::State::sound)
    from_.damaged("the rows of " + document.slug + " are not those that were stored");
  if (described != DescriptionCopies::State::sound)
    from_.damaged("what is said of " + document.slug + " is not what was stored");
}

void MergedDocuments::number_sentences(std::int64_t document_id, CopiedRows& rows) {
  const std::size_t key = rows.place("sentence_id");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto id = ids_.sentences.find(rows.at(i, key).number);
    if (!id) names_nothing(rows);
    rows.at(i, key).number = *id;
  }
  set_document(rows, document_id);
}

/// Gives what became of their ids.
IdRuns MergedDocuments::number_facts(std::size_t table, std::int64_t document_id,
                                     CopiedRows& rows) {
  IdRuns ids(ids_.next_fact[table]);
  const std::size_t key = rows.place(judged_tables()[table].id);
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows.at(i, key).number = ids.add(rows.at(i, key).number);
  ids_.next_fact[table] = ids.next();
  set_document(rows, document_id);
  return ids;
}

void MergedDocuments::number_citations(DocumentCopy& copy, const std::vector<IdRuns>& facts) {
  CopiedRows& rows = copy.tables[citations_place()];
  const std::size_t key = rows.place("citation_id"), sentence = rows.place("sentence_id"),
                    rule = rows.place("rule_id");
  std::vector<std::size_t> places;
  for (const JudgedTable& table : judged_tables()) places.push_back(rows.place(table.id));
  copy.citation_order.resize(rows.size());
  std::iota(copy.citation_order.begin(), copy.citation_order.end(), std::size_t{0});
  std::sort(copy.citation_order.begin(), copy.citation_order.end(),
            [&](std::size_t a, std::size_t b) {
              return rows.at(a, key).number < rows.at(b, key).number;
            });
  const auto becomes = [&](CopiedRows::Cell& cell, const std::optional<std::int64_t>& id) {
    if (!id) names_nothing(rows);
    cell.number = *id;
  };
  for (const std::size_t row : copy.citation_order) {
    rows.at(row, key).number = ids_.next_citation++;
    becomes(rows.at(row, sentence), ids_.sentences.find(rows.at(row, sentence).number));
    for (std::size_t i = 0; i < facts.size(); ++i)
      if (CopiedRows::Cell& cell = rows.at(row, places[i]); !cell.is_null())
        becomes(cell, facts[i].find(cell.number));
    if (CopiedRows::Cell& cell = rows.at(row, rule); !cell.is_null()) {
      const auto found = ids_.rules.find(cell.number);
      if (found == ids_.rules.end()) names_nothing(rows);
      cell.number = found->second;
    }
  }
}

MergedStore::MergedStore(SQLite::Database& to, const std::vector<CopiedRows>& tables)
    : to_(to),
      text_(prepare(to, "INSERT INTO main.document_texts(document_id, text) VALUES (?, ?)")),
      digests_(prepare(
          to, "INSERT INTO main.document_digests(document_id, text, rows) VALUES (?, ?, ?)")) {
  for (const CopiedRows& table : tables) rows_.emplace_back(to, table);
}

void MergedStore::store(const DocumentCopy& copy) {
  for (const Prepared* insert : {&text_, &digests_}) restart(*insert, copy.document_id);
  bind_text(text_, 2, copy.text);
  bind_text(digests_, 2, copy.text_digest);
  bind_text(digests_, 3, copy.rows_digest);
  step(to_, text_);
  step(to_, digests_);
  for (std::size_t i = 0; i < copy.tables.size(); ++i)
    for (std::size_t row = 0; row < copy.tables[i].size(); ++row)
      rows_[i].add(copy.tables[i], i == citations_place() ? copy.citation_order[row] : row);
}

void MergedStore::flush() {
  for (BulkRows& rows : rows_) rows.flush();
}

}  // namespace attache
