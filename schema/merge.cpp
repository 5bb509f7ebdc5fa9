// SPDX-License-Identifier: MIT
#include "schema/merge.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>

#include "schema/catalog.h"
#include "schema/description_copies.h"
#include "schema/digest.h"
#include "schema/document_digests.h"
#include "schema/errors.h"
#include "schema/hardening.h"
#include "schema/identifier.h"
#include "schema/merge_index.h"
#include "schema/merge_rows.h"
#include "schema/merge_shared.h"
#include "schema/review_rows.h"
#include "schema/reviews.h"
#include "schema/unchecked_references.h"

namespace attache {
namespace {

std::int64_t next_id(SQLite::Database& database, std::string_view table, std::string_view key) {
  return database
      .execAndGet("SELECT ifnull(max(" + identifier(key) + "), 0) + 1 FROM main." +
                  identifier(table))
      .getInt64();
}

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

/// Copies the documents of one file.
class Copy {
 public:
  Copy(const MergeSource& from, SQLite::Database& to, const std::vector<MergedDocument>& documents)
      : from_(from),
        to_(to),
        documents_(next_id(to, "documents", "document_id")),
        sentences_(next_id(to, "sentences", "sentence_id")),
        citations_(next_id(to, "citations", "citation_id")) {
    for (const JudgedTable& table : judged_tables())
      facts_.emplace_back(next_id(to, table.name, table.id));
    for (const MergedDocument& document : documents)
      if (!document.is_there) copied_.push_back(&document);
  }

  std::uint64_t run() {
    if (copied_.empty()) return 0;
    for (const MergedDocument* document : copied_) documents_.add(document->document_id);
    require_sound();
    rules_ = merge_rules(from_, to_);
    copy_rows();
    copy_documents();
    merge_name_forms(from_, to_);
    finish_documents();
    merge_index(from_, to_, sentences_);
    return copied_.size();
  }

 private:
  MergedColumn of_document() const {
    return {"document_id", [this](std::int64_t id) { return documents_.find(id); }, true};
  }

  /// What another hand changed must not get new digests here.
  void require_sound() const {
    guarded(from_.file(), from_.database(), [&] {
      DocumentDigests digests(from_.database());
      DescriptionCopies copies(from_.database());
      using State = DocumentDigests::State;
      for (const MergedDocument* document : copied_) {
        const std::int64_t id = document->document_id;
        if (!document->text.starts_with("changed:") && digests.text(id) != State::sound)
          from_.damaged("the text of " + document->slug + " is not the one that was stored");
        if (digests.rows(id) != State::sound)
          from_.damaged("the rows of " + document->slug + " are not those that were stored");
        if (copies.state(id) != DescriptionCopies::State::sound)
          from_.damaged("what is said of " + document->slug + " is not what was stored");
      }
    });
  }

  void copy_rows() {
    merge_rows(from_, to_, {"document_texts", {}, nullptr, {of_document()}, "document_id"});
    merge_rows(from_, to_, {"document_metadata", {}, nullptr, {of_document()}, "document_id"});
    merge_rows(from_, to_, {"sentences", "sentence_id", &sentences_, {of_document()}, {}, true});
    MergedTable citations{"citations", "citation_id", &citations_, {}, {}, true};
    citations.columns = {
        {"sentence_id", [this](std::int64_t id) { return sentences_.find(id); }, true},
        {"rule_id", [this](std::int64_t id) { return rule(id); }}};
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      const JudgedTable& table = judged_tables()[i];
      merge_rows(from_, to_,
                 {std::string(table.name), std::string(table.id), &facts_[i], {of_document()}});
      citations.columns.push_back(
          {std::string(table.id), [ids = &facts_[i]](std::int64_t id) { return ids->find(id); }});
    }
    merge_rows(from_, to_, citations);
  }

  std::optional<std::int64_t> rule(std::int64_t id) const {
    const auto found = rules_.find(id);
    return found == rules_.end() ? std::nullopt : std::optional<std::int64_t>(found->second);
  }

  /// Behind their sentences, whose first one they name.
  void copy_documents() {
    std::vector<std::string> columns = column_names(to_, "documents");
    const Prepared rows =
        from_.rows("SELECT " + listed(columns) + " FROM main.documents ORDER BY document_id");
    const Prepared insert = prepare(to_, "INSERT INTO documents(" + listed(columns) + ") VALUES (" +
                                             marks_for(columns.size()) + ")");
    auto document = copied_.begin();
    const auto place = [&](const char* name) {
      return static_cast<int>(std::find(columns.begin(), columns.end(), name) - columns.begin());
    };
    const int id = place("document_id"), slug = place("slug"), first = place("first_sentence_id"),
              count = place("sentence_count"), sha256 = place("sha256");
    while (document != copied_.end() && from_.next(rows)) {
      if (sqlite3_column_int64(rows.get(), id) != (*document)->document_id) continue;
      if (text_in(rows, slug) != (*document)->slug || text_in(rows, sha256) != (*document)->sha256)
        break;
      sqlite3_reset(insert.get());
      for (int i = 0; i < static_cast<int>(columns.size()); ++i)
        sqlite3_bind_value(insert.get(), i + 1, sqlite3_column_value(rows.get(), i));
      sqlite3_bind_int64(insert.get(), id + 1, *documents_.find((*document)->document_id));
      const std::string& reference = (*document)->reference;
      sqlite3_bind_text(insert.get(), slug + 1, reference.data(),
                        static_cast<int>(reference.size()), SQLITE_STATIC);
      sqlite3_bind_int64(insert.get(), first + 1,
                         first_sentence(sqlite3_column_int64(rows.get(), first),
                                        sqlite3_column_int64(rows.get(), count)));
      step(to_, insert);
      ++document;
    }
    if (document != copied_.end()) from_.damaged("was changed while it was merged; merge it again");
  }

  std::int64_t first_sentence(std::int64_t first, std::int64_t count) const {
    if (count <= 0) return sentences_.next();
    const auto becomes = sentences_.find(first);
    if (!becomes) from_.damaged("a document has no sentences where it should");
    return *becomes;
  }

  /// Digests are over ids, and copies over slugs, that are others here.
  void finish_documents() {
    const Prepared texts =
        prepare(to_, "INSERT INTO document_digests(document_id, text) VALUES (?, ?)");
    DocumentDigests digests(to_);
    DescriptionCopies copies(to_);
    for (const MergedDocument* document : copied_) {
      const std::int64_t id = *documents_.find(document->document_id);
      sqlite3_reset(texts.get());
      sqlite3_bind_int64(texts.get(), 1, id);
      sqlite3_bind_text(texts.get(), 2, document->text.data(),
                        static_cast<int>(document->text.size()), SQLITE_STATIC);
      step(to_, texts);
      digests.write_rows(id);
      copies.write(id);
    }
  }

  const MergeSource& from_;
  SQLite::Database& to_;
  std::vector<const MergedDocument*> copied_;  ///< in the order of their ids
  IdRuns documents_, sentences_, citations_;
  std::vector<IdRuns> facts_;  ///< one for each of judged_tables()
  std::unordered_map<std::int64_t, std::int64_t> rules_;
};

/// Decisions on rows that were there, in a transaction of their own: taken twice they change
/// nothing.
void take(KnowledgeBase& into, const MergedFile& file, std::vector<Review> reviews,
          Merged& merged) {
  if (reviews.empty()) return;
  ReviewChanges changes(into);
  for (Review& review : reviews) {
    const std::string reference = review.reference();
    const auto taken = changes.take(std::move(review), ReviewChanges::Conflict::tell);
    if (taken.what == ReviewChanges::Taken::What::added) ++merged.decisions;
    if (taken.what == ReviewChanges::Taken::What::refused)
      merged.conflicts.push_back(file.file.string() + ": " + reference + " " + taken.words);
  }
  changes.commit();
}

}  // namespace

Merged merge_file(KnowledgeBase& into, const MergedFile& file, const Patience& patience) {
  const KnowledgeBase base = KnowledgeBase::open(file.file, patience);
  guarded(file.file, base.connection(), [&] { limit_time(base.connection(), check_seconds); });
  const Snapshot snapshot(base);
  const MergeSource from(base);
  SQLite::Database& to = into.connection();
  Merged merged;
  std::vector<Review> on_others;
  guarded(into.file(), to, [&] {
    const UncheckedReferences references(to);
    SQLite::Transaction transaction(to, SQLite::TransactionBehavior::IMMEDIATE);
    merge_vocabulary(from, to);
    merged.added = Copy(from, to, file.documents).run();
    MergedReviews reviews = merge_reviews(from, to, file.documents);
    merged.decisions = reviews.added;
    merged.conflicts = std::move(reviews.conflicts);
    on_others = std::move(reviews.on_others);
    transaction.commit();
  });
  merged.known = file.documents.size() - merged.added;
  take(into, file, std::move(on_others), merged);
  return merged;
}

}  // namespace attache
