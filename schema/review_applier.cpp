// SPDX-License-Identifier: MIT
#include "schema/review_applier.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/bind.h"
#include "schema/review_rows.h"
#include "schema/row_sums.h"

namespace attache {

ReviewApplier::ReviewApplier(SQLite::Database& database)
    : database_(database), any_(prepare(database, "SELECT 1 FROM reviews LIMIT 1")) {}

void ReviewApplier::apply(std::int64_t document_id) {
  const bool any = step(database_, any_);
  sqlite3_reset(any_.get());
  if (!any) return;
  SQLite::Statement rows(database_, std::string("SELECT ") + review_columns +
                                        " FROM reviews WHERE document = (SELECT slug FROM "
                                        "documents WHERE document_id = ?)");
  rows.bind(1, document_id);
  JudgedRows judged(database_);
  while (rows.executeStep()) {
    const Review review = read_review(database_, rows);
    const auto row = judged.find(document_id, review.table, review.key);
    if (row && judged.difference(*row, review).empty()) judged.apply(*row, review);
  }
}

void ReviewApplier::rename(const std::string& slug, const std::string& to) {
  for (const char* table : {"reviews", "review_sample_rows"}) {
    SQLite::Statement update(database_, std::string("UPDATE OR IGNORE ") + table +
                                            " SET document = ? WHERE document = ?");
    run(update, to, slug);
    if (database_.getChanges() > 0) RowSums(database_).write(table);
  }
}

}  // namespace attache
