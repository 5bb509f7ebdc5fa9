// SPDX-License-Identifier: MIT
#include "schema/content_digest.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "schema/catalog.h"
#include "schema/column_list.h"
#include "schema/digest.h"
#include "schema/errors.h"
#include "schema/hardening.h"
#include "schema/identifier.h"
#include "schema/review_rows.h"

namespace attache {

/// Of this file alone, but named, since a type of a header holds them.
namespace digested {

/// In front of all, so that another way to make it gives another digest.
constexpr std::string_view content_form = "attache content 1";

/// Columns of a table that are digested, each with its place among the table's: later schemas add
/// columns behind.
struct Columns {
  std::string list;  ///< ", a, b"
  std::vector<int> places;
};

Columns columns_but(SQLite::Database& database, std::string_view table,
                    const std::vector<std::string_view>& left_out) {
  Columns columns;
  const std::vector<std::string> names = column_names(database, table);
  for (std::size_t place = 0; place < names.size(); ++place) {
    if (std::find(left_out.begin(), left_out.end(), names[place]) != left_out.end()) continue;
    columns.list += ", t." + identifier(names[place]);
    columns.places.push_back(static_cast<int>(place));
  }
  return columns;
}

void add_number(std::string& bytes, std::int64_t number) {
  const auto value = static_cast<std::uint64_t>(number);
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xff);
}

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

void add_text(std::string& bytes, std::string_view text) {
  add_number(bytes, static_cast<std::int64_t>(text.size()));
  bytes += text;
}

/// Rows of one table: `first` columns that are used otherwise, then those that are digested.
class Rows {
 public:
  Rows(SQLite::Database& database, const std::string& first, int count, Columns columns,
       const std::string& rest)
      : database_(database),
        statement_(prepare(database, "SELECT " + first + columns.list + " FROM main." + rest)),
        count_(count),
        places_(std::move(columns.places)) {}

  void restart(std::int64_t one, std::int64_t two = 0) const {
    sqlite3_reset(statement_.get());
    sqlite3_bind_int64(statement_.get(), 1, one);
    if (sqlite3_bind_parameter_count(statement_.get()) > 1)
      sqlite3_bind_int64(statement_.get(), 2, two);
  }
  bool next() const { return step(database_, statement_); }
  const Prepared& row() const { return statement_; }

  /// The cells that hold something, each behind its place and its type.
  void add_cells(std::string& bytes) const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const int column = count_ + static_cast<int>(i);
      const int type = sqlite3_column_type(statement_.get(), column);
      if (type == SQLITE_NULL) continue;
      bytes += static_cast<char>(places_[i]);
      bytes += static_cast<char>(type);
      if (type == SQLITE_INTEGER) add_number(bytes, sqlite3_column_int64(statement_.get(), column));
      else add_text(bytes, text_in(statement_, column));
    }
  }

 private:
  SQLite::Database& database_;
  Prepared statement_;
  int count_;
  std::vector<int> places_;
};

std::string key_of(const JudgedTable& table) {
  return table.slug.empty() ? "t.key" : "coalesce(t.key, t." + identifier(table.slug) + ")";
}

/// A row of facts with what supports it.
struct Fact {
  std::string bytes;
  std::vector<std::string> citations;
};

/// The rows of a document in one table in the order of their keys; ids only lead from citations to
/// them.
struct FactTable {
  std::vector<Fact> facts;
  std::unordered_map<std::int64_t, std::size_t> places;
};

/// In an order of their own, since ids tell of when they were stored.
void add_sorted(Digest& digest, std::vector<std::string>& all) {
  std::sort(all.begin(), all.end());
  for (const std::string& bytes : all) digest.text(bytes);
  digest.number(static_cast<std::int64_t>(all.size()));
}

}  // namespace digested

using namespace digested;

struct DocumentContent::Parts {
  explicit Parts(SQLite::Database& database);

  Rows document, metadata, text, sentences, citations;
  std::vector<Rows> facts;  ///< one for each of judged_tables()
  std::map<std::int64_t, std::string> rules;
  std::string bytes;  ///< of the row at hand

  void add_row(Digest& digest, const Rows& rows);
  /// Gives the number of rows.
  std::uint64_t add_all(Digest& digest, const Rows& rows);
  void read_facts(std::int64_t document_id);
  /// Those of the sentences from `first` on; gives their number.
  std::uint64_t read_citations(std::int64_t first, std::int64_t count);
  /// The list that the citation at hand belongs to.
  std::vector<std::string>& supported();
  std::uint64_t add_facts(Digest& digest);

  std::vector<FactTable> read;      ///< of the document at hand
  std::vector<std::string> strays;  ///< citations of no row of it: a check tells them
};

namespace {

Rows citations_of(SQLite::Database& database) {
  std::vector<std::string_view> apart{"citation_id", "sentence_id", "rule_id"};
  std::string ids;
  for (const JudgedTable& table : judged_tables()) {
    apart.push_back(table.id);
    ids += ", t." + identifier(table.id);
  }
  const int count = 2 + static_cast<int>(judged_tables().size());
  return {database, "t.sentence_id, t.rule_id" + ids, count,
          columns_but(database, "citations", apart),
          "citations AS t WHERE t.sentence_id >= ?1 AND t.sentence_id < ?1 + ?2 "
          "ORDER BY t.sentence_id"};
}

Rows facts_of(SQLite::Database& database, const JudgedTable& table) {
  return {database, "t." + identifier(table.id) + ", " + key_of(table), 2,
          columns_but(database, table.name, {table.id, "document_id", "key"}),
          identifier(table.name) + " AS t WHERE t.document_id = ? ORDER BY 2"};
}

std::map<std::int64_t, std::string> rules_of(SQLite::Database& database) {
  std::map<std::int64_t, std::string> rules;
  const Prepared rows = prepare(database, "SELECT rule_id, rule FROM main.rules");
  while (step(database, rows))
    rules[sqlite3_column_int64(rows.get(), 0)] = std::string(text_in(rows, 1));
  return rules;
}

}  // namespace

DocumentContent::Parts::Parts(SQLite::Database& database)
    : document(database, "t.first_sentence_id, t.sentence_count", 2,
               columns_but(database, "documents",
                           {"document_id", "identity", "path", "version_of", "first_sentence_id",
                            "sentence_count", "seeded_at"}),
               "documents AS t WHERE t.document_id = ?"),
      metadata(database, "0", 1,
               columns_but(database, "document_metadata", {"document_id", "ordinal"}),
               "document_metadata AS t WHERE t.document_id = ? ORDER BY t.ordinal"),
      text(database, "0", 1, columns_but(database, "document_texts", {"document_id"}),
           "document_texts AS t WHERE t.document_id = ?"),
      sentences(database, "0", 1,
                columns_but(database, "sentences", {"sentence_id", "document_id"}),
                "sentences AS t WHERE t.sentence_id >= ?1 AND t.sentence_id < ?1 + ?2 "
                "ORDER BY t.sentence_id"),
      citations(citations_of(database)),
      rules(rules_of(database)) {
  for (const JudgedTable& table : judged_tables()) facts.push_back(facts_of(database, table));
}

void DocumentContent::Parts::add_row(Digest& digest, const Rows& rows) {
  bytes.clear();
  rows.add_cells(bytes);
  digest.text(bytes);
}

std::uint64_t DocumentContent::Parts::add_all(Digest& digest, const Rows& rows) {
  std::uint64_t count = 0;
  for (; rows.next(); ++count) add_row(digest, rows);
  digest.number(static_cast<std::int64_t>(count));
  return count;
}

void DocumentContent::Parts::read_facts(std::int64_t document_id) {
  read.assign(facts.size(), {});
  strays.clear();
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const Rows& rows = facts[i];
    for (rows.restart(document_id); rows.next();) {
      read[i].places[sqlite3_column_int64(rows.row().get(), 0)] = read[i].facts.size();
      Fact& fact = read[i].facts.emplace_back();
      add_text(fact.bytes, text_in(rows.row(), 1));
      rows.add_cells(fact.bytes);
    }
  }
}

std::vector<std::string>& DocumentContent::Parts::supported() {
  auto* const row = citations.row().get();
  for (std::size_t i = 0; i < read.size(); ++i) {
    const int column = 2 + static_cast<int>(i);
    if (sqlite3_column_type(row, column) == SQLITE_NULL) continue;
    const auto place = read[i].places.find(sqlite3_column_int64(row, column));
    if (place != read[i].places.end()) return read[i].facts[place->second].citations;
  }
  return strays;
}

std::uint64_t DocumentContent::Parts::read_citations(std::int64_t first, std::int64_t count) {
  std::uint64_t found = 0;
  for (citations.restart(first, count); citations.next(); ++found) {
    auto* const row = citations.row().get();
    std::string cited;
    add_number(cited, sqlite3_column_int64(row, 0) - first);
    const auto rule = rules.find(sqlite3_column_int64(row, 1));
    add_text(cited, rule == rules.end() ? std::string_view() : rule->second);
    citations.add_cells(cited);
    supported().push_back(std::move(cited));
  }
  return found;
}

std::uint64_t DocumentContent::Parts::add_facts(Digest& digest) {
  std::uint64_t count = 0;
  for (FactTable& table : read) {
    for (Fact& fact : table.facts) {
      digest.text(fact.bytes);
      add_sorted(digest, fact.citations);
    }
    digest.number(static_cast<std::int64_t>(table.facts.size()));
    count += table.facts.size();
  }
  add_sorted(digest, strays);
  return count;
}

DocumentContent::DocumentContent(SQLite::Database& database)
    : parts_(std::make_unique<Parts>(database)) {}
DocumentContent::~DocumentContent() = default;

DocumentContent::Digested DocumentContent::of(std::int64_t document_id) {
  Parts& p = *parts_;
  p.document.restart(document_id);
  if (!p.document.next()) return {};
  const std::int64_t first = sqlite3_column_int64(p.document.row().get(), 0);
  const std::int64_t count = sqlite3_column_int64(p.document.row().get(), 1);
  Digest digest;
  Digested found;
  p.add_row(digest, p.document);
  for (const Rows* rows : {&p.metadata, &p.text}) {
    rows->restart(document_id);
    p.add_all(digest, *rows);
  }
  p.sentences.restart(first, count);
  found.sentences = p.add_all(digest, p.sentences);
  p.read_facts(document_id);
  found.citations = p.read_citations(first, count);
  found.rows = p.add_facts(digest);
  found.sha256 = digest.done();
  return found;
}

namespace {

void add_documents(SQLite::Database& database, Digest& digest, Content& content) {
  DocumentContent documents(database);
  const Prepared ids = prepare(database, "SELECT document_id FROM main.documents ORDER BY slug");
  for (; step(database, ids); ++content.documents) {
    const auto one = documents.of(sqlite3_column_int64(ids.get(), 0));
    digest.text(one.sha256);
    content.sentences += one.sentences;
    content.rows += one.rows;
    content.citations += one.citations;
  }
  digest.number(static_cast<std::int64_t>(content.documents));
}

/// What people decided, and what was drawn for them. Gives the number of rows.
std::uint64_t add_table(SQLite::Database& database, Digest& digest, std::string_view table,
                        const std::vector<std::string_view>& left_out, const std::string& order) {
  const Rows rows(database, "0", 1, columns_but(database, table, left_out),
                  identifier(table) + " AS t ORDER BY " + order);
  std::uint64_t count = 0;
  for (std::string bytes; rows.next(); ++count) {
    bytes.clear();
    rows.add_cells(bytes);
    digest.text(bytes);
  }
  digest.number(static_cast<std::int64_t>(count));
  return count;
}

}  // namespace

Content content_of(const KnowledgeBase& base) {
  SQLite::Database& database = base.connection();
  return guarded(base.file(), database, [&] {
    limit_time(database, check_seconds);
    const Snapshot snapshot(base);
    Content content;
    Digest digest;
    digest.text(content_form);
    add_documents(database, digest, content);
    content.reviews =
        add_table(database, digest, "reviews", {"review_id"}, "t.document, t.table_name, t.key");
    add_table(database, digest, "review_samples", {}, "t.sample");
    add_table(database, digest, "review_sample_rows", {}, "t.sample, t.ordinal");
    content.digest = digest.done();
    return content;
  });
}

}  // namespace attache
