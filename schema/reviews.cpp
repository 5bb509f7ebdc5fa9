// SPDX-License-Identifier: MIT
#include "schema/reviews.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <map>
#include <set>

#include "schema/amendments.h"
#include "schema/bind.h"
#include "schema/document_digests.h"
#include "schema/errors.h"
#include "schema/reference_parts.h"
#include "schema/review_rows.h"
#include "schema/row_sums.h"
#include "schema/select.h"

namespace attache {
namespace {

std::optional<std::int64_t> document_of(SQLite::Database& database, const std::string& slug) {
  SQLite::Statement row(database, "SELECT document_id FROM documents WHERE slug = ?");
  row.bindNoCopy(1, slug);
  if (!row.executeStep()) return std::nullopt;
  return row.getColumn(0).getInt64();
}

/// The document that is gone may be here under another name: an import finds it by its bytes.
std::string renamed(SQLite::Database& database, const Review& review) {
  SQLite::Statement row(database,
                        "SELECT slug FROM documents WHERE sha256 = ? ORDER BY document_id");
  row.bindNoCopy(1, review.sha256);
  if (!row.executeStep()) return {};
  return "; '" + row.getColumn(0).getString() +
         "' has the same bytes, and 'attache review export | attache review import -' takes the "
         "decision over to it";
}

ReviewState state_of(SQLite::Database& database, Review review) {
  const auto document = document_of(database, review.document);
  if (!document) {
    std::string why = "there is no such document" + renamed(database, review);
    return {std::move(review), ReviewStatus::orphaned, std::move(why)};
  }
  JudgedRows rows(database);
  const auto row = rows.find(*document, review.table, review.key);
  if (!row)
    return {std::move(review), ReviewStatus::orphaned, "the document has no such row any more"};
  std::string difference = rows.difference(*row, review);
  const auto status = difference.empty() ? ReviewStatus::applied : ReviewStatus::changed;
  return {std::move(review), status, std::move(difference)};
}

std::vector<ReviewState> states_in(SQLite::Database& database, SQLite::Statement& rows) {
  std::vector<ReviewState> all;
  while (rows.executeStep()) all.push_back(state_of(database, read_review(database, rows)));
  return all;
}

std::optional<Review> stored(SQLite::Database& database, const ReferenceParts& parts) {
  SQLite::Statement row(database, std::string("SELECT ") + review_columns +
                                      " FROM reviews WHERE document = ? AND table_name = ? AND "
                                      "key = ?");
  row.bindNoCopy(1, parts.document);
  row.bindNoCopy(2, parts.table);
  row.bindNoCopy(3, parts.key);
  if (!row.executeStep()) return std::nullopt;
  return read_review(database, row);
}

void erase(SQLite::Database& database, const Review& review) {
  SQLite::Statement statement(
      database, "DELETE FROM reviews WHERE document = ? AND table_name = ? AND key = ?");
  run(statement, review.document, review.table, review.key);
}

void insert(SQLite::Database& database, const Review& review) {
  SQLite::Statement statement(
      database,
      "INSERT INTO reviews(document, sha256, table_name, key, quotes, original, decision, amended, "
      "why, reviewer, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')))");
  run(statement, review.document, review.sha256, review.table, review.key,
      json_of(database, review.quotes), json_of(database, review.original), review.decision,
      json_of(database, review.amended), review.why, review.reviewer, review.decided_at);
}

std::string sha256_in(SQLite::Database& database, std::int64_t document_id) {
  SQLite::Statement row(database, "SELECT sha256 FROM documents WHERE document_id = ?");
  row.bind(1, document_id);
  return row.executeStep() ? row.getColumn(0).getString() : std::string();
}

/// What the row says in the columns that a judgement is about, and in those that are amended.
std::vector<ColumnValue> said(JudgedRows& rows, const JudgedRow& row,
                              const std::vector<ColumnValue>& amended) {
  std::vector<ColumnValue> values;
  for (const std::string_view column : row.table->says)
    values.push_back({std::string(column), rows.value(row, column)});
  for (const ColumnValue& value : amended) {
    const bool known = std::any_of(values.begin(), values.end(), [&](const ColumnValue& other) {
      return other.column == value.column;
    });
    if (!known) values.push_back({value.column, rows.value(row, value.column)});
  }
  return values;
}

std::string told(const Review& review) {
  std::string words = review.decision;
  for (const ColumnValue& value : review.amended) words += " " + value.column + "=" + value.value;
  words += " by " + review.reviewer;
  return review.decided_at.empty() ? words : words + " at " + review.decided_at;
}

/// What was amended before goes on unless it is set anew.
void add_missing(std::vector<ColumnValue>& values, const std::vector<ColumnValue>& earlier) {
  const std::vector<ColumnValue> given = values;
  for (const ColumnValue& value : earlier) {
    const bool set = std::any_of(given.begin(), given.end(), [&](const ColumnValue& other) {
      return other.column == value.column;
    });
    if (!set) values.push_back(value);
  }
}

}  // namespace

std::vector<ReviewState> reviews(const KnowledgeBase& base) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(base.connection(),
                           std::string("SELECT ") + review_columns +
                               " FROM reviews ORDER BY document, table_name, key");
    return states_in(base.connection(), rows);
  });
}

std::vector<ReviewState> reviews_of(const KnowledgeBase& base, const std::string& document) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Statement rows(base.connection(),
                           std::string("SELECT ") + review_columns +
                               " FROM reviews WHERE document = ? ORDER BY table_name, key");
    rows.bindNoCopy(1, document);
    return states_in(base.connection(), rows);
  });
}

std::optional<ReviewState> review_of(const KnowledgeBase& base, const std::string& reference) {
  return guarded(base.file(), base.connection(), [&]() -> std::optional<ReviewState> {
    const auto parts = reference_parts(reference);
    auto review = parts ? stored(base.connection(), *parts) : std::nullopt;
    if (!review) return std::nullopt;
    return state_of(base.connection(), std::move(*review));
  });
}

struct ReviewChanges::State {
  explicit State(KnowledgeBase& opened)
      : base(opened),
        database(opened.connection()),
        transaction(database, SQLite::TransactionBehavior::IMMEDIATE),
        digests(database),
        rows(database) {}

  KnowledgeBase& base;
  SQLite::Database& database;
  SQLite::Transaction transaction;
  DocumentDigests digests;
  JudgedRows rows;
  std::set<std::int64_t> touched;
  /// By digest, id and slug: asked for once, since decisions come by the thousand and there is no
  /// index.
  std::map<std::string, std::vector<std::pair<std::int64_t, std::string>>> of_digest;

  /// Before the first change: a new digest must not make good what another hand has changed.
  void touch(std::int64_t document_id) {
    if (!touched.insert(document_id).second) return;
    if (digests.rows(document_id) != DocumentDigests::State::changed) return;
    throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                             base.file().string() +
                                 ": the rows of a document are not those that were stored, so no "
                                 "decision is kept; run 'attache check --repair'");
  }

  void take_back(const Review& review) {
    const auto document = document_of(database, review.document);
    const auto row =
        document ? rows.find(*document, review.table, review.key) : std::optional<JudgedRow>();
    if (row) {
      touch(*document);
      rows.take_back(*row, review);
    }
    erase(database, review);
  }

  void put(const JudgedRow& row, const Review& review) {
    touch(row.document_id);
    insert(database, review);
    rows.apply(row, review);
  }

  /// The local document that a decision of another knowledge base is about; else why there is none.
  std::optional<std::int64_t> find_document(Review& review, std::string& why);
};

std::optional<std::int64_t> ReviewChanges::State::find_document(Review& review, std::string& why) {
  const auto [known, fresh] = of_digest.try_emplace(review.sha256);
  if (fresh) {
    SQLite::Statement same(
        database, "SELECT document_id, slug FROM documents WHERE sha256 = ? ORDER BY document_id");
    same.bindNoCopy(1, review.sha256);
    while (same.executeStep())
      known->second.emplace_back(same.getColumn(0).getInt64(), same.getColumn(1).getString());
  }
  auto found = known->second;
  std::stable_partition(found.begin(), found.end(),
                        [&](const auto& one) { return one.second == review.document; });
  if (found.empty()) {
    why = document_of(database, review.document) ? "the document here is another version of it"
                                                 : "there is no such document here";
    return std::nullopt;
  }
  if (found.size() > 1 && found.front().second != review.document) {
    why = "several documents here have the same bytes";
    return std::nullopt;
  }
  review.document = found.front().second;
  return found.front().first;
}

ReviewChanges::ReviewChanges(KnowledgeBase& base)
    : state_(
          guarded(base.file(), base.connection(), [&] { return std::make_unique<State>(base); })) {}
ReviewChanges::~ReviewChanges() = default;

std::string ReviewChanges::decide(const std::string& reference, const std::string& decision,
                                  const std::vector<std::string>& sets, const std::string& why,
                                  const std::string& reviewer, const std::string& decided_at) {
  State& state = *state_;
  return guarded(state.base.file(), state.database, [&]() -> std::string {
    const auto parts = reference_parts(reference);
    if (!parts || find_judged(parts->table) == nullptr) return "names no row";
    auto amended = amendments(state.database, parts->table, sets);
    const auto document = document_of(state.database, parts->document);
    auto row = document ? state.rows.find(*document, parts->table, parts->key)
                        : std::optional<JudgedRow>();
    if (!row) return "names no row";
    if (const auto earlier = stored(state.database, *parts)) {
      // Who accepts many rows at once does not mean to undo what was put right in some of them.
      const bool stands =
          !earlier->amended.empty() && state.rows.difference(*row, *earlier).empty();
      if (stands && decision == "accepted") return "was " + told(*earlier) + "; undo that first";
      if (stands && decision == "amended") add_missing(amended, earlier->amended);
      state.take_back(*earlier);
    }
    auto original = said(state.rows, *row, amended);
    std::erase_if(amended, [&](const ColumnValue& value) {
      const ColumnValue* before = value_of(original, value.column);
      return before != nullptr && before->value == value.value;
    });
    const bool confirmed = decision == "amended" && amended.empty();
    const Review review{parts->document,
                        sha256_in(state.database, *document),
                        parts->table,
                        parts->key,
                        row->quotes,
                        std::move(original),
                        confirmed ? "accepted" : decision,
                        std::move(amended),
                        why,
                        reviewer,
                        decided_at};
    state.put(*row, review);
    return {};
  });
}

std::string ReviewChanges::undo(const std::string& reference) {
  State& state = *state_;
  return guarded(state.base.file(), state.database, [&]() -> std::string {
    const auto parts = reference_parts(reference);
    const auto review = parts ? stored(state.database, *parts) : std::nullopt;
    if (!review) return "has no decision";
    state.take_back(*review);
    return {};
  });
}

ReviewChanges::Taken ReviewChanges::take(Review review, Conflict conflict) {
  using What = Taken::What;
  State& state = *state_;
  return guarded(state.base.file(), state.database, [&]() -> Taken {
    std::string why;
    const auto document = state.find_document(review, why);
    if (!document) return {What::refused, why};
    const auto row = state.rows.find(*document, review.table, review.key);
    if (!row) return {What::refused, "the document here has no such row"};
    const auto here = stored(state.database, {review.document, review.table, review.key});
    if (here && here->same_decision(review)) return {What::known, {}};
    if (here && conflict == Conflict::ours) return {What::kept, {}};
    if (here && conflict == Conflict::tell)
      return {What::refused, "was " + told(review) + ", and here " + told(*here)};
    if (here) state.take_back(*here);
    const std::string difference = state.rows.difference(*row, review);
    if (difference.empty()) {
      state.put(*row, review);
      return {What::added, {}};
    }
    if (here) {  // it stays where the other can't take its place
      insert(state.database, *here);
      if (state.rows.difference(*row, *here).empty()) state.rows.apply(*row, *here);
    }
    return {What::refused, "is not the row that was judged: " + difference};
  });
}

void ReviewChanges::commit() {
  State& state = *state_;
  guarded(state.base.file(), state.database, [&] {
    for (const std::int64_t id : state.touched) state.digests.write_rows(id);
    RowSums(state.database).write("reviews");
    state.transaction.commit();
  });
}

}  // namespace attache
