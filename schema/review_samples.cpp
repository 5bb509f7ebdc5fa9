// SPDX-License-Identifier: MIT
#include "schema/review_samples.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <cmath>

#include "schema/bind.h"
#include "schema/digest.h"
#include "schema/errors.h"
#include "schema/nearest.h"
#include "schema/reference_parts.h"
#include "schema/review_rows.h"
#include "schema/row_sums.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// The quantile of the standard normal distribution at 0.975.
constexpr double z95 = 1.959963984540054;

/// Each reference's place in a draw depends on it and the seed alone: rows that come later do not
/// shuffle the others.
std::vector<std::string> drawn(const std::vector<std::string>& references, std::uint64_t seed,
                               std::uint64_t rows) {
  std::vector<std::pair<std::string, std::string>> keyed;
  Digest digest;
  for (const std::string& reference : references)
    keyed.emplace_back(digest.number(static_cast<std::int64_t>(seed)).text(reference).done(),
                       reference);
  std::sort(keyed.begin(), keyed.end());
  if (keyed.size() > rows) keyed.resize(rows);
  std::vector<std::string> chosen;
  for (auto& entry : keyed) chosen.push_back(std::move(entry.second));
  return chosen;
}

std::vector<std::string> references_of(const KnowledgeBase& base, const TableInfo& table,
                                       Selection selection) {
  selection = drawable(std::move(selection));
  selection.columns = {"ref"};
  std::vector<std::string> references;
  select(base, table, selection, [&](std::span<const Cell> cells) {
    references.emplace_back(std::get<std::string_view>(cells[0]));
    return true;
  });
  return references;
}

/// Whether there is such a sample already. Throws SelectionError where it is another of that name.
bool is_drawn(SQLite::Database& database, const Sample& sample, std::uint64_t rows,
              std::uint64_t population) {
  SQLite::Statement row(
      database,
      "SELECT table_name, asked, seed, (SELECT count(*) FROM review_sample_rows "
      "AS r WHERE r.sample = s.sample) FROM review_samples AS s WHERE sample = ?");
  row.bindNoCopy(1, sample.name);
  if (!row.executeStep()) return false;
  const auto count = static_cast<std::uint64_t>(row.getColumn(3).getInt64());
  if (row.getColumn(0).getString() == sample.table &&
      row.getColumn(1).getString() == json_of(database, sample.asked) &&
      row.getColumn(2).getInt64() == static_cast<std::int64_t>(sample.seed) &&
      count == std::min(rows, population))
    return true;
  throw SelectionError("there is another sample '" + sample.name +
                       "'; give this one a name of its own with --sample NAME");
}

std::vector<std::string> quotes_of(SQLite::Database& database, const ReferenceParts& parts,
                                   std::int64_t document_id) {
  const auto row = JudgedRows(database).find(document_id, parts.table, parts.key);
  return row ? row->quotes : std::vector<std::string>();
}

std::int64_t document_id_of(SQLite::Database& database, const std::string& slug) {
  SQLite::Statement row(database, "SELECT document_id FROM documents WHERE slug = ?");
  row.bindNoCopy(1, slug);
  return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

void store(SQLite::Database& database, const Sample& sample, std::uint64_t population,
           const std::vector<std::string>& references) {
  SQLite::Statement head(database,
                         "INSERT INTO review_samples(sample, table_name, asked, population, seed, "
                         "drawn_at) VALUES (?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
  run(head, sample.name, sample.table, json_of(database, sample.asked), population, sample.seed);
  SQLite::Statement insert(database,
                           "INSERT INTO review_sample_rows(sample, ordinal, document, key, quotes) "
                           "VALUES (?, ?, ?, ?, ?)");
  std::uint64_t ordinal = 0;
  for (const std::string& reference : references) {
    const auto parts = reference_parts(reference);
    if (!parts) continue;
    run(insert, sample.name, ++ordinal, parts->document, parts->key,
        json_of(database, quotes_of(database, *parts, document_id_of(database, parts->document))));
  }
  RowSums sums(database);
  for (const char* table : {"review_samples", "review_sample_rows"}) sums.write(table);
}

void require_sample(SQLite::Database& database, const std::string& name) {
  SQLite::Statement rows(database, "SELECT sample FROM review_samples");
  std::vector<std::string> names;
  while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
  if (std::find(names.begin(), names.end(), name) != names.end()) return;
  const std::string hint = suggestion(name, names, names);
  throw SelectionError(
      "no sample '" + name + "'" +
      (hint.empty() ? "; 'attache review precision' lists those there are" : hint));
}

/// What the row says now, and the first sentence that says it: of a role the one that states
/// it.
void describe(SQLite::Database& database, const std::string& document, const std::string& table,
              const std::string& key, SampledRow& sampled) {
  const std::int64_t id = document_id_of(database, document);
  JudgedRows rows(database);
  const auto row = rows.find(id, table, key);
  if (!row) return;
  for (const std::string_view column : row->table->says)
    if (const std::string value = rows.value(*row, column); !value.empty())
      sampled.says.push_back(std::string(column) + "=" + value);
  SQLite::Statement sentence(
      database,
      "SELECT s.text FROM citations AS c JOIN sentence_texts AS s ON s.sentence_id = "
      "c.sentence_id WHERE c." +
          std::string(row->table->id) +
          " = ? ORDER BY c.statement_start_byte IS NULL, c.start_byte LIMIT 1");
  sentence.bind(1, row->id);
  if (sentence.executeStep()) sampled.sentence = sentence.getColumn(0).getString();
}

}  // namespace

Selection drawable(Selection selection) {
  selection.filters.push_back({"with-rejected", {"1"}});
  return selection;
}

void draw_sample(KnowledgeBase& base, const Sample& sample, const Selection& selection,
                 std::uint64_t rows) {
  const auto references = references_of(base, *find_table(sample.table), selection);
  if (references.empty()) throw SelectionError("there is no row to draw");
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (is_drawn(database, sample, rows, references.size())) return;
    store(database, sample, references.size(), drawn(references, sample.seed, rows));
    transaction.commit();
  });
}

std::vector<SampledRow> sampled_rows(const KnowledgeBase& base, const std::string& name) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    require_sample(database, name);
    SQLite::Statement rows(
        database,
        "SELECT x.ordinal, x.document, s.table_name, x.key, x.quotes, r.decision "
        "FROM review_samples AS s JOIN review_sample_rows AS x USING (sample) LEFT JOIN reviews AS "
        "r ON r.document = x.document AND r.table_name = s.table_name AND r.key = x.key AND "
        "r.quotes = x.quotes WHERE s.sample = ? ORDER BY x.ordinal");
    rows.bindNoCopy(1, name);
    std::vector<SampledRow> all;
    while (rows.executeStep()) {
      const auto text = [&](int column) { return rows.getColumn(column).getString(); };
      SampledRow row;
      row.ordinal = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
      row.reference = text(1) + "/" + text(2) + "/" + text(3);
      row.quotes = list_in(database, text(4));
      row.decision = text(5);
      describe(database, text(1), text(2), text(3), row);
      all.push_back(std::move(row));
    }
    return all;
  });
}

std::vector<SampleCount> sample_counts(const KnowledgeBase& base) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(
        base.connection(),
        "SELECT s.sample, s.table_name, s.asked, s.population, count(x.ordinal), "
        "count(*) FILTER (WHERE r.decision = 'accepted'), "
        "count(*) FILTER (WHERE r.decision = 'amended'), "
        "count(*) FILTER (WHERE r.decision = 'rejected') "
        "FROM review_samples AS s JOIN review_sample_rows AS x USING (sample) LEFT JOIN reviews AS "
        "r ON r.document = x.document AND r.table_name = s.table_name AND r.key = x.key AND "
        "r.quotes = x.quotes GROUP BY s.sample ORDER BY s.sample");
    std::vector<SampleCount> all;
    while (rows.executeStep()) {
      const auto number = [&](int column) {
        return static_cast<std::uint64_t>(rows.getColumn(column).getInt64());
      };
      all.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                     list_in(base.connection(), rows.getColumn(2).getString()), number(3),
                     number(4), number(5), number(6), number(7)});
    }
    return all;
  });
}

Interval wilson(std::uint64_t hits, std::uint64_t trials) {
  const auto n = static_cast<double>(trials);
  const double share = static_cast<double>(hits) / n;
  const double scale = 1 + z95 * z95 / n;
  const double centre = (share + z95 * z95 / (2 * n)) / scale;
  const double half = z95 / scale * std::sqrt(share * (1 - share) / n + z95 * z95 / (4 * n * n));
  return {share, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace attache
