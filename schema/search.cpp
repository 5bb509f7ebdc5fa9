// SPDX-License-Identifier: MIT
#include "schema/search.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <unordered_map>

#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/fts_query.h"
#include "schema/knowledge_base.h"
#include "schema/stored_text.h"

namespace attache {
namespace {

/// Words of a snippet: two or three lines of a terminal. FTS5 takes 64 at most.
constexpr const char* snippet_words = "32";

std::string match_of(const Search& search) {
  if (search.expression) return search.words;
  const auto query = fts_query(search.words);
  if (!query) throw SelectionError("'" + search.words + "' names no word to be found; add one");
  return *query;
}

const FilterInfo& filter_named(const std::vector<FilterInfo>& filters, const std::string& flag) {
  const FilterInfo* const found = find_filter(filters, flag);
  if (found == nullptr) throw SelectionError("a search has no filter '" + flag + "'");
  return *found;
}

/// Values for ?2 and on, and the condition that they are bound in.
struct Documents {
  std::string condition;  ///< over document, country, date; empty for all documents
  std::vector<std::string> values;

  /// Each `?` of the fragment stands for the same value.
  std::string bound(std::string_view fragment, const std::string& value) {
    values.push_back(value);
    std::string out;
    for (const char c : fragment) {
      out += c;
      if (c == '?') out += std::to_string(values.size() + 1);
    }
    return out;
  }
};

Documents documents_of(SQLite::Database& database, const Search& search) {
  Documents documents;
  const auto filters = search_filters();
  for (const FilterValues& asked : search.filters) {
    const FilterInfo& filter = filter_named(filters, asked.filter);
    for (const auto& group : alternatives_of(filter, asked.values)) {
      std::string any;
      for (const std::string& given : group) {
        for (const std::string& value : option_values(database, filter, given))
          any += (any.empty() ? "" : " OR ") + documents.bound(filter.fragment, value);
      }
      if (any.empty()) continue;
      documents.condition += (documents.condition.empty() ? "(" : " AND (") + any + ")";
    }
  }
  return documents;
}

/// FROM and WHERE of the sentences that are asked for. The index comes first: ordered by its rank
/// alone, it hands over the best sentences without a sort of all of them. Documents are chosen
/// once, not anew for each sentence.
std::string found(const Documents& documents, bool dated) {
  const bool joined = dated || !documents.condition.empty();
  std::string sql = " FROM sentences_fts AS f";
  if (joined) sql += " CROSS JOIN sentences AS s ON s.sentence_id = f.rowid";
  if (dated) sql += " CROSS JOIN documents AS d ON d.document_id = s.document_id";
  sql += " WHERE f.sentences_fts MATCH ?1";
  if (!documents.condition.empty())
    sql +=
        " AND s.document_id IN (SELECT document_id FROM (SELECT document_id, slug AS document, "
        "country, date "
        "FROM documents) WHERE " +
        documents.condition + ")";
  return sql;
}

/// One row more than the limit tells whether there are more.
std::string page(const Search& search) {
  constexpr std::uint64_t most = INT64_MAX;
  return " LIMIT " + std::to_string(std::min(search.limit, most - 1) + 1) + " OFFSET " +
         std::to_string(std::min(search.offset, most));
}

/// The words of a hit, marked by ?1001 and ?1002.
std::string marked(const Search& search) {
  return search.context > 0
             ? "highlight(sentences_fts, 0, ?1001, ?1002)"
             : std::string("snippet(sentences_fts, 0, ?1001, ?1002, '…', ") + snippet_words + ")";
}

/// Ids and words: the index knows where its words stand as it hands over a sentence, and looks at
/// no more than are taken.
std::string by_rank_sql(const Documents& documents, const Search& search) {
  return "SELECT f.rowid, " + marked(search) + found(documents, false) + " ORDER BY f.rank" +
         (search.reverse ? " DESC" : "") + page(search);
}

/// Ids alone: words would be marked for all before they are sorted.
std::string by_date_sql(const Documents& documents, const Search& search) {
  const std::string direction = search.reverse ? " DESC" : "";
  return "SELECT f.rowid" + found(documents, true) + " ORDER BY d.date" + direction +
         " NULLS LAST, f.rowid" + direction + page(search);
}

/// The words of sentences whose ids are given as a JSON array, in one pass: to look up each by its
/// id costs a search.
std::string words_sql(const Search& search) {
  return "SELECT f.rowid, " + marked(search) +
         " FROM sentences_fts AS f WHERE f.sentences_fts MATCH ?1 "
         "AND +f.rowid IN (SELECT value FROM json_each(?2))";
}

void bind_marks(SQLite::Statement& statement, const Search& search) {
  statement.bindNoCopy(1001, search.open);
  statement.bindNoCopy(1002, search.close);
}

void bind(SQLite::Statement& statement, const std::string& match, const Documents& documents) {
  statement.bindNoCopy(1, match);
  int index = 1;
  for (const std::string& value : documents.values) statement.bindNoCopy(++index, value);
}

/// Reads all else that is told of a sentence. Seeding stores no longer titles; a file of others
/// may, and each hit would carry one.
class Hits {
 public:
  Hits(SQLite::Database& database, const Search& search)
      : search_(search),
        row_(database,
             "SELECT d.slug, substr(d.title, 1, 500), d.country, d.date, s.ordinal, s.start_byte, "
             "s.end_byte, s.start_char, s.end_char, d.document_id "
             "FROM sentences AS s CROSS JOIN documents AS d ON d.document_id = s.document_id WHERE "
             "s.sentence_id = ?1"),
        around_(
            database,
            "SELECT CAST(substr(t.text, first + 1, ?2 - first) AS TEXT), CAST(substr(t.text, ?3 + "
            "1, last - ?3) AS TEXT) "
            "FROM (SELECT min(start_byte) AS first, max(end_byte) AS last FROM sentences "
            "WHERE sentence_id BETWEEN ?4 - ?5 AND ?4 + ?5 AND document_id = ?1), "
            "(SELECT CAST(text AS BLOB) AS text FROM document_texts WHERE document_id = ?1) AS t"),
        text_(database) {}

  SearchHit read(std::int64_t sentence_id, std::string snippet) {
    row_.reset();
    row_.bind(1, sentence_id);
    if (!row_.executeStep())
      throw SQLite::Exception("the full-text index holds what is no sentence", SQLITE_CORRUPT_VTAB);
    const auto text = [&](int column) { return row_.getColumn(column).getString(); };
    const auto number = [&](int column) { return row_.getColumn(column).getInt64(); };
    SearchHit hit{text(0),   text(1),   text(2),   text(3),   number(4),
                  number(5), number(6), number(7), number(8), std::move(snippet),
                  {}};
    hit.ref = hit.document + "/sentence/" + std::to_string(hit.sentence);
    const std::int64_t document_id = number(9);
    require_words(hit, document_id);
    if (search_.context > 0) add_context(hit, document_id, sentence_id);
    return hit;
  }

 private:
  /// The index marks what it cut out itself, in SQL, which takes any bytes.
  void require_words(const SearchHit& hit, std::int64_t document_id) {
    text_.open(document_id);
    if (!text_.has(hit.start, hit.end))
      throw SQLite::Exception("sentence " + std::to_string(hit.sentence) + " of " + hit.document +
                                  " does not lie in its text",
                              SQLITE_CORRUPT);
  }

  void add_context(SearchHit& hit, std::int64_t document_id, std::int64_t sentence_id) {
    around_.reset();
    around_.bind(1, document_id);
    around_.bind(2, hit.start);
    around_.bind(3, hit.end);
    around_.bind(4, sentence_id);
    around_.bind(5, static_cast<std::int64_t>(search_.context));
    if (around_.executeStep())
      hit.snippet =
          around_.getColumn(0).getString() + hit.snippet + around_.getColumn(1).getString();
  }

  const Search& search_;
  SQLite::Statement row_, around_;
  StoredText text_;
};

/// What SQLite says of an expression is the user's business; anything else is not.
template <typename Work>
auto expressed(const Search& search, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    if (!search.expression || error.getErrorCode() != SQLITE_ERROR) throw;
    throw SelectionError("'" + search.words + "' is no FTS5 expression: " + error.what() +
                         "; leave --fts out to look for plain words");
  }
}

using HitSink = std::function<bool(const SearchHit&)>;

bool by_rank(SQLite::Database& database, const Search& search, const std::string& match,
             const Documents& documents, const HitSink& sink) {
  SQLite::Statement rows(database, by_rank_sql(documents, search));
  bind(rows, match, documents);
  bind_marks(rows, search);
  Hits hits(database, search);
  for (std::uint64_t given = 0; expressed(search, [&] { return rows.executeStep(); }); ++given) {
    if (given == search.limit) return true;
    if (!sink(hits.read(rows.getColumn(0).getInt64(), rows.getColumn(1).getString()))) return true;
  }
  return false;
}

/// The sentences' words by their ids.
std::unordered_map<std::int64_t, std::string> words_of(SQLite::Statement& words,
                                                       const std::vector<std::int64_t>& ids) {
  std::string list;
  for (const std::int64_t id : ids) {
    list += list.empty() ? '[' : ',';
    list += std::to_string(id);
  }
  words.reset();
  words.bind(2, list + "]");
  std::unordered_map<std::int64_t, std::string> by_id;
  while (words.executeStep())
    by_id.emplace(words.getColumn(0).getInt64(), words.getColumn(1).getString());
  return by_id;
}

/// Words are read for so many sentences at once.
constexpr std::size_t at_once = 1000;

bool by_date(SQLite::Database& database, const Search& search, const std::string& match,
             const Documents& documents, const HitSink& sink) {
  SQLite::Statement rows(database, by_date_sql(documents, search));
  bind(rows, match, documents);
  SQLite::Statement words(database, words_sql(search));
  words.bindNoCopy(1, match);
  bind_marks(words, search);
  Hits hits(database, search);
  std::uint64_t given = 0;
  for (bool more = true; more;) {
    std::vector<std::int64_t> ids;
    while (ids.size() < at_once && (more = expressed(search, [&] { return rows.executeStep(); })))
      ids.push_back(rows.getColumn(0).getInt64());
    if (ids.empty()) break;
    auto by_id = words_of(words, ids);
    for (const std::int64_t id : ids)
      if (given++ == search.limit || !sink(hits.read(id, std::move(by_id[id])))) return true;
  }
  return false;
}

}  // namespace

std::vector<FilterInfo> search_filters() {
  std::vector<FilterInfo> filters;
  for (const FilterInfo& filter : find_table("documents")->filters)
    if (filter.flag != "title" && filter.flag != "match") filters.push_back(filter);
  return filters;
}

bool search(const KnowledgeBase& base, const Search& search,
            const std::function<bool(const SearchHit&)>& sink) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const std::string match = match_of(search);
    const Documents documents = documents_of(database, search);
    return search.order == SearchOrder::date ? by_date(database, search, match, documents, sink)
                                             : by_rank(database, search, match, documents, sink);
  });
}

std::uint64_t count(const KnowledgeBase& base, const Search& search) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const std::string match = match_of(search);
    const Documents documents = documents_of(database, search);
    SQLite::Statement row(database, "SELECT count(*)" + found(documents, false));
    bind(row, match, documents);
    expressed(search, [&] { return row.executeStep(); });
    return static_cast<std::uint64_t>(row.getColumn(0).getInt64());
  });
}

void count_by_document(const KnowledgeBase& base, const Search& search,
                       const std::function<void(const SearchHit& document, std::int64_t)>& sink) {
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const std::string match = match_of(search);
    const Documents documents = documents_of(database, search);
    SQLite::Statement rows(
        database,
        "SELECT d.slug, substr(d.title, 1, 500), d.country, d.date, n FROM (SELECT s.document_id "
        "AS id, count(*) AS n" +
            found(documents, true) +
            " GROUP BY 1) CROSS JOIN documents AS d ON d.document_id = id ORDER BY id");
    bind(rows, match, documents);
    const auto text = [&](int column) { return rows.getColumn(column).getString(); };
    while (expressed(search, [&] { return rows.executeStep(); }))
      sink({text(0), text(1), text(2), text(3), 0, 0, 0, 0, 0, {}, {}},
           rows.getColumn(4).getInt64());
  });
}

}  // namespace attache
