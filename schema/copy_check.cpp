// SPDX-License-Identifier: MIT
#include "schema/copy_check.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "schema/definitions.h"
#include "schema/description_copies.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/prepared.h"
#include "schema/review_rows.h"
#include "schema/row_sums.h"
#include "schema/vocabulary.h"

namespace attache {
namespace {

using Kind = Problem::Kind;
using Report = std::function<void(const Problem&)>;

/// "has not the title and date that were stored".
std::string words_of(const std::vector<std::string>& columns) {
  std::string list;
  for (std::size_t i = 0; i < columns.size(); ++i)
    list += (i == 0 ? "" : i + 1 == columns.size() ? " and " : ", ") + columns[i];
  return "has not the " + list + (columns.size() == 1 ? " that was stored" : " that were stored");
}

void check_descriptions(SQLite::Database& database, const Report& report) {
  using State = DescriptionCopies::State;
  DescriptionCopies copies(database);
  const Prepared documents =
      prepare(database, "SELECT slug, document_id FROM documents ORDER BY document_id");
  while (step(database, documents)) {
    const std::string slug(reinterpret_cast<const char*>(sqlite3_column_text(documents.get(), 0)));
    const std::int64_t id = sqlite3_column_int64(documents.get(), 1);
    const State state = copies.state(id);
    if (state == State::copy_damaged)
      report({slug, "has no sound copy of its title, date and other columns", Kind::description});
    if (state == State::changed)
      report({slug, words_of(copies.changed_columns(id)), Kind::description});
  }
}

bool is_vocabulary(std::string_view table) {
  const auto tables = vocabulary_tables();
  return std::find(tables.begin(), tables.end(), table) != tables.end();
}

void check_sums(SQLite::Database& database, const Report& report) {
  RowSums sums(database);
  for (const std::string_view table : summed_tables()) {
    if (sums.stored(table) == sums.of(table)) continue;
    report({std::string(table), "has not the rows that were stored",
            is_vocabulary(table) ? Kind::vocabulary : Kind::rows});
  }
}

/// A row can't be left out or amended by nobody.
void check_reviews(SQLite::Database& database, const Report& report) {
  for (const JudgedTable& table : judged_tables()) {
    const std::string name(table.name);
    const Prepared rows = prepare(
        database, "SELECT d.slug FROM " + name + " AS t JOIN documents AS d USING (document_id) " +
                      "WHERE t.review IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reviews AS r "
                      "WHERE r.document = d.slug AND r.table_name = '" +
                      name + "' AND r.key = coalesce(t.key, " +
                      std::string(table.slug.empty() ? "NULL" : table.slug) +
                      ") AND r.decision = t.review) GROUP BY d.slug");
    while (step(database, rows))
      report({reinterpret_cast<const char*>(sqlite3_column_text(rows.get(), 0)),
              "has " + name + " with a decision that nobody made", Kind::rows});
  }
}

}  // namespace

void check_copies(SQLite::Database& database, const Report& report) {
  check_descriptions(database, report);
  check_sums(database, report);
  check_reviews(database, report);
}

std::uint64_t check_vocabulary(const KnowledgeBase& base,
                               const std::vector<VocabularyTable>& tables,
                               const std::string& version, const Report& report) {
  return guarded(base.file(), base.connection(), [&]() -> std::uint64_t {
    if (vocabulary_version(base.connection()) != version) return 0;
    const auto made = made_anew();
    write_vocabulary(*made, tables, version);
    RowSums expected(*made), found(base.connection());
    std::uint64_t told = 0;
    for (const std::string_view table : vocabulary_tables()) {
      // Where the sum does not fit either, that is told already.
      const std::uint64_t sum = found.of(table);
      if (sum == expected.of(table) || found.stored(table) != sum) continue;
      report({std::string(table), "has not the rows of the lexicon", Kind::vocabulary});
      ++told;
    }
    return told;
  });
}

}  // namespace attache
