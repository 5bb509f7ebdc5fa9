// SPDX-License-Identifier: MIT
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "schema/bind.h"
#include "schema/column_list.h"
#include "schema/errors.h"
#include "schema/merge_shared.h"
#include "schema/review_rows.h"
#include "schema/row_sums.h"

namespace attache {
namespace {

/// Documents of the file that is merged, by their slugs there.
using Names = std::unordered_map<std::string, const MergedDocument*>;

Names names_of(const std::vector<MergedDocument>& documents) {
  Names names;
  for (const MergedDocument& document : documents) names[document.slug] = &document;
  return names;
}

std::vector<Review> decisions_in(const MergeSource& from) {
  return guarded(from.file(), from.database(), [&] {
    SQLite::Statement rows(from.database(), std::string("SELECT ") + review_columns +
                                                " FROM main.reviews ORDER BY document, "
                                                "table_name, key");
    std::vector<Review> all;
    while (rows.executeStep()) all.push_back(read_review(from.database(), rows));
    return all;
  });
}

std::string told(const Review& review) {
  std::string words = review.decision;
  for (const ColumnValue& value : review.amended) words += " " + value.column + "=" + value.value;
  return words + " by " + review.reviewer;
}

/// Takes decisions over, one by one.
class Decisions {
 public:
  explicit Decisions(SQLite::Database& to)
      : to_(to),
        find_(to, std::string("SELECT ") + review_columns +
                      " FROM reviews WHERE document = ? AND table_name = ? AND key = ?"),
        insert_(to, std::string("INSERT OR REPLACE INTO reviews(") + review_columns +
                        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

  /// On a document that is copied, or on none.
  void add(const MergeSource& from, const Review& review, MergedReviews& merged) {
    const auto here = stored(review);
    if (here && here->same_decision(review)) return;
    if (here)
      merged.conflicts.push_back(from.file().string() + ": " + review.reference() + " was " +
                                 told(review) + ", and for a document that is gone " + told(*here) +
                                 "; the first holds");
    insert(review, merged);
  }

  /// On words that the document no longer has: what was decided on those that it has goes before.
  void add_older(const MergeSource& from, const Review& review, MergedReviews& merged) {
    const auto here = stored(review);
    if (!here) return insert(review, merged);
    if (!here->same_decision(review))
      merged.conflicts.push_back(from.file().string() + ": " + review.reference() + " was " +
                                 told(review) + " in an older text, and here " + told(*here) +
                                 "; the latter holds");
  }

 private:
  void insert(const Review& review, MergedReviews& merged) {
    run(insert_, review.document, review.sha256, review.table, review.key,
        json_of(to_, review.quotes), json_of(to_, review.original), review.decision,
        json_of(to_, review.amended), review.why, review.reviewer, review.decided_at);
    ++merged.added;
  }

  std::optional<Review> stored(const Review& review) {
    find_.reset();
    find_.bindNoCopy(1, review.document);
    find_.bindNoCopy(2, review.table);
    find_.bindNoCopy(3, review.key);
    std::optional<Review> found;
    if (find_.executeStep()) found = read_review(to_, find_);
    find_.reset();
    return found;
  }

  SQLite::Database& to_;
  SQLite::Statement find_, insert_;
};

/// Rows of a table of samples as text, in order; `document` is what the column of that name
/// becomes.
std::vector<std::vector<std::string>> rows_of(SQLite::Database& database, const std::string& table,
                                              const std::string& order, const std::string& sample,
                                              const Names& names) {
  const auto columns = column_names(database, table);
  SQLite::Statement rows(database, "SELECT " + listed(columns) + " FROM main." + table +
                                       " WHERE sample = ? ORDER BY " + order);
  rows.bindNoCopy(1, sample);
  std::vector<std::vector<std::string>> all;
  while (rows.executeStep()) {
    auto& row = all.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      row.push_back(rows.getColumn(static_cast<int>(i)).getString());
      if (columns[i] != "document") continue;
      const auto name = names.find(row.back());
      if (name != names.end()) row.back() = name->second->reference;
    }
  }
  return all;
}

struct SampleTable {
  const char *name, *order;
};
constexpr SampleTable sample_tables[] = {{"review_samples", "sample"},
                                         {"review_sample_rows", "ordinal"}};

std::vector<std::string> samples_in(const MergeSource& from) {
  return guarded(from.file(), from.database(), [&] {
    SQLite::Statement rows(from.database(),
                           "SELECT sample FROM main.review_samples ORDER BY sample");
    std::vector<std::string> all;
    while (rows.executeStep()) all.push_back(rows.getColumn(0).getString());
    return all;
  });
}

void insert_rows(SQLite::Database& to, const std::string& table,
                 const std::vector<std::vector<std::string>>& rows) {
  const auto columns = column_names(to, table);
  SQLite::Statement insert(to, "INSERT INTO main." + table + "(" + listed(columns) + ") VALUES (" +
                                   marks_for(columns.size()) + ")");
  for (const auto& row : rows) {
    insert.tryReset();
    for (std::size_t i = 0; i < row.size(); ++i) insert.bindNoCopy(static_cast<int>(i) + 1, row[i]);
    insert.exec();
  }
}

/// Gives whether anything was added.
bool merge_samples(const MergeSource& from, SQLite::Database& to, const Names& names,
                   MergedReviews& merged) {
  bool added = false;
  for (const std::string& sample : samples_in(from)) {
    std::vector<std::vector<std::string>> theirs[2], ours[2];
    for (std::size_t i = 0; i < 2; ++i) {
      const SampleTable& table = sample_tables[i];
      theirs[i] = guarded(from.file(), from.database(), [&] {
        return rows_of(from.database(), table.name, table.order, sample, names);
      });
      ours[i] = rows_of(to, table.name, table.order, sample, {});
    }
    if (ours[0].empty()) {
      for (std::size_t i = 0; i < 2; ++i) insert_rows(to, sample_tables[i].name, theirs[i]);
      added = true;
    } else if (ours[0] != theirs[0] || ours[1] != theirs[1]) {
      merged.conflicts.push_back(from.file().string() + ": another sample is called '" + sample +
                                 "' already; this one was left out");
    }
  }
  return added;
}

}  // namespace

MergedReviews merge_reviews(const MergeSource& from, SQLite::Database& to,
                            const std::vector<MergedDocument>& documents) {
  const Names names = names_of(documents);
  MergedReviews merged;
  Decisions taken(to);
  for (Review& review : decisions_in(from)) {
    const auto document = names.find(review.document);
    if (document != names.end()) review.document = document->second->reference;
    const bool is_there = document != names.end() && document->second->is_there;
    const bool older = is_there && review.sha256 != document->second->sha256;
    if (older) taken.add_older(from, review, merged);
    else if (is_there) merged.on_others.push_back(std::move(review));
    else taken.add(from, review, merged);
  }
  RowSums sums(to);
  if (merged.added > 0) sums.write("reviews");
  if (merge_samples(from, to, names, merged))
    for (const SampleTable& table : sample_tables) sums.write(table.name);
  return merged;
}

}  // namespace attache
