// SPDX-License-Identifier: MIT
#include "schema/merge.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <unordered_map>

#include "schema/beside.h"
#include "schema/catalog.h"
#include "schema/column_list.h"
#include "schema/description_copies.h"
#include "schema/digest.h"
#include "schema/errors.h"
#include "schema/hardening.h"
#include "schema/identifier.h"
#include "schema/merge_documents.h"
#include "schema/merge_index.h"
#include "schema/merge_shared.h"
#include "schema/merge_source.h"
#include "schema/reviews.h"
#include "schema/unchecked_references.h"

namespace attache {
namespace {

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

/// No document has more; ids do not overflow by so many.
constexpr std::int64_t most_sentences = std::int64_t{1} << 40;

/// What may wait to be stored.
constexpr std::size_t documents_waiting = 4, parts_waiting = 8;

/// Copies the documents of one file.
class Copy {
 public:
  Copy(const MergeSource& from, SQLite::Database& to, const std::vector<MergedDocument>& documents)
      : from_(from), to_(to), ids_(to) {
    for (const MergedDocument& document : documents)
      if (!document.is_there) copied_.push_back(&document);
  }

  std::uint64_t run() {
    if (copied_.empty()) return 0;
    for (const MergedDocument* document : copied_) ids_.documents.add(document->document_id);
    ids_.rules = merge_rules(from_, to_);
    copy_rows(in_order());
    copy_documents();
    merge_name_forms(from_, to_);
    describe_documents();
    return copied_.size();
  }

 private:
  /// In the order of their sentences, which get their ids, so that all rows get theirs in the order
  /// of the old ones.
  std::vector<const MergedDocument*> in_order() {
    std::unordered_map<std::int64_t, const MergedDocument*> copied;
    for (const MergedDocument* document : copied_) copied[document->document_id] = document;
    std::vector<const MergedDocument*> ordered;
    const Prepared rows = from_.rows(
        "SELECT document_id, first_sentence_id, sentence_count FROM main.documents "
        "ORDER BY first_sentence_id, document_id");
    std::int64_t last = 0;
    while (from_.next(rows)) {
      const auto found = copied.find(sqlite3_column_int64(rows.get(), 0));
      if (found == copied.end()) continue;
      ordered.push_back(found->second);
      const std::int64_t first = sqlite3_column_int64(rows.get(), 1),
                         count = sqlite3_column_int64(rows.get(), 2);
      if (count <= 0) continue;
      if (first <= last) from_.damaged("two documents have the same sentences");
      if (count > most_sentences || first > std::numeric_limits<std::int64_t>::max() - count)
        from_.damaged("a document has no sentences where it should");
      ids_.sentences.add_run(first, count);
      last = first + (count - 1);
    }
    return ordered;
  }

  /// Documents are read, and what the index says of them, each on a thread of its own: this one
  /// stores.
  void copy_rows(const std::vector<const MergedDocument*>& ordered) {
    const auto documents = guarded(from_.file(), from_.database(), [&] {
      return std::make_unique<MergedDocuments>(from_, to_, ids_);
    });
    MergedStore store(to_, merged_tables(to_));
    IndexStore index_store(to_);
    MergedIndex index(from_, ids_.sentences, index_store.page_size());
    Beside<IndexPart> index_parts(
        parts_waiting, [&](const auto& give) { index.give_all(give); },
        [&](const IndexPart& part) { index_store.store(part); });
    Beside<DocumentCopy> copies(
        documents_waiting,
        [&](const auto& give) {
          for (const MergedDocument* document : ordered)
            give([&](DocumentCopy& copy) { documents->read(*document, copy); });
        },
        [&](const DocumentCopy& copy) {
          store.store(copy);
          index_parts.take_ready();
        });
    copies.take_all();
    store.flush();
    index_parts.take_all();
    index_store.finish();
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
              count = place("sentence_count"), sha256 = place("sha256"),
              identity = place("identity"), version_of = place("version_of");
    while (document != copied_.end() && from_.next(rows)) {
      if (sqlite3_column_int64(rows.get(), id) != (*document)->document_id) continue;
      if (text_in(rows, slug) != (*document)->slug || text_in(rows, sha256) != (*document)->sha256)
        break;
      sqlite3_reset(insert.get());
      for (int i = 0; i < static_cast<int>(columns.size()); ++i)
        sqlite3_bind_value(insert.get(), i + 1, sqlite3_column_value(rows.get(), i));
      sqlite3_bind_int64(insert.get(), id + 1, *ids_.documents.find((*document)->document_id));
      bind_text(insert, slug, (*document)->reference);
      if ((*document)->is_version()) {  // it may be one of what is known by the same only here
        bind_text(insert, identity, (*document)->identity);
        bind_text(insert, version_of, (*document)->version_of);
      }
      sqlite3_bind_int64(insert.get(), first + 1,
                         first_sentence(sqlite3_column_int64(rows.get(), first),
                                        sqlite3_column_int64(rows.get(), count)));
      step(to_, insert);
      ++document;
    }
    if (document != copied_.end()) from_.damaged("was changed while it was merged; merge it again");
  }

  /// To the column of that place; the text must live until the step.
  static void bind_text(const Prepared& insert, int place, const std::string& text) {
    sqlite3_bind_text(insert.get(), place + 1, text.data(), static_cast<int>(text.size()),
                      SQLITE_STATIC);
  }

  std::int64_t first_sentence(std::int64_t first, std::int64_t count) const {
    if (count <= 0) return ids_.sentences.next();
    const auto becomes = ids_.sentences.find(first);
    if (!becomes) from_.damaged("a document has no sentences where it should");
    return *becomes;
  }

  /// What is said of them, as a copy that names them by slugs that are others here.
  void describe_documents() {
    DescriptionCopies copies(to_);
    for (const MergedDocument* document : copied_)
      copies.write(*ids_.documents.find(document->document_id));
  }

  const MergeSource& from_;
  SQLite::Database& to_;
  std::vector<const MergedDocument*> copied_;  ///< in the order of their ids
  MergedIds ids_;
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
      merged.conflicts.push_back(file.file.string() + ": " + reference +
                                 (taken.words.starts_with("was ") ? " " : ": ") + taken.words);
  }
  changes.commit();
}

/// That what the plan found is still so, now that nobody else can write.
void require_as_planned(const MergedFile& file, SQLite::Database& to,
                        const std::filesystem::path& into) {
  SQLite::Statement taken(to, "SELECT 1 FROM documents WHERE identity = ?1 OR slug = ?2");
  SQLite::Statement there(to, "SELECT 1 FROM documents WHERE identity = ?1");
  for (const MergedDocument& document : file.documents) {
    SQLite::Statement& row = document.is_there ? there : taken;
    row.reset();
    row.bindNoCopy(1, document.identity);
    if (!document.is_there) row.bindNoCopy(2, document.reference);
    if (row.executeStep() != document.is_there)
      throw PlanOutdated(into.string() + ": was changed by another program meanwhile");
  }
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
    require_as_planned(file, to, into.file());
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
