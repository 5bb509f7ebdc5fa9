// SPDX-License-Identifier: MIT
#include "schema/merge_plan.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "schema/catalog.h"
#include "schema/digest.h"
#include "schema/errors.h"
#include "schema/hardening.h"
#include "schema/merge_names.h"
#include "schema/prepared.h"
#include "schema/version_names.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

/// Columns of `documents` that do not tell two documents of one path apart.
constexpr std::string_view not_described[] = {"document_id",    "slug",       "path",
                                              "identity",       "version_of", "first_sentence_id",
                                              "sentence_count", "seeded_at",  "states_named"};
/// Enough of a digest to tell versions apart when they are told.
constexpr std::size_t digest_shown = 12;

std::string text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return bytes == nullptr
             ? std::string()
             : std::string(bytes,
                           static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column)));
}

/// The entries of one document, where rows come in the order of documents.
class Metadata {
 public:
  explicit Metadata(SQLite::Database& database)
      : database_(database),
        rows_(prepare(database,
                      "SELECT document_id, key, value FROM main.document_metadata "
                      "ORDER BY document_id, ordinal")),
        more_(step(database, rows_)) {}

  void add_to(Digest& digest, std::int64_t document_id) {
    for (; more_ && sqlite3_column_int64(rows_.get(), 0) <= document_id;
         more_ = step(database_, rows_))
      if (sqlite3_column_int64(rows_.get(), 0) == document_id)
        digest.text(text_in(rows_, 1)).text(text_in(rows_, 2));
  }

 private:
  SQLite::Database& database_;
  Prepared rows_;
  bool more_;
};

/// The columns of a statement over documents that describe one.
std::vector<int> described(const Prepared& rows) {
  std::vector<int> columns;
  for (int i = 0; i < sqlite3_column_count(rows.get()); ++i) {
    const std::string_view name = sqlite3_column_name(rows.get(), i);
    if (std::find(std::begin(not_described), std::end(not_described), name) ==
        std::end(not_described))
      columns.push_back(i);
  }
  return columns;
}

std::vector<MergedDocument> read_documents(SQLite::Database& database) {
  const std::string named =
      "d.document_id, d.slug, d.identity, d.version_of, d.sha256, d.date, g.text";
  const Prepared rows =
      prepare(database, "SELECT " + named +
                            ", d.* FROM main.documents AS d LEFT JOIN main.document_digests AS g "
                            "ON g.document_id = d.document_id ORDER BY d.document_id");
  std::vector<int> columns = described(rows);
  std::erase_if(columns,
                [](int column) { return column < 7; });  // those that are named stand twice
  Metadata metadata(database);
  std::vector<MergedDocument> found;
  while (step(database, rows)) {
    MergedDocument& document = found.emplace_back();
    document.document_id = sqlite3_column_int64(rows.get(), 0);
    document.slug = text_in(rows, 1);
    document.identity = text_in(rows, 2);
    document.version_of = text_in(rows, 3);
    document.sha256 = text_in(rows, 4);
    document.date = text_in(rows, 5);
    document.text = text_in(rows, 6);
    Digest digest;
    for (const int column : columns)
      digest.number(sqlite3_column_type(rows.get(), column)).text(text_in(rows, column));
    metadata.add_to(digest, document.document_id);
    document.description = digest.done();
  }
  return found;
}

/// What made documents: engine and lexicon, as one text for people.
std::set<std::string> makers_of(SQLite::Database& database) {
  const Prepared rows =
      prepare(database, "SELECT DISTINCT engine_version, lexicon_version FROM main.documents");
  std::set<std::string> makers;
  while (step(database, rows))
    makers.insert("engine " + text_in(rows, 0) + ", lexicon and rules " +
                  text_in(rows, 1).substr(0, digest_shown));
  return makers;
}

/// All that a plan needs of one file, read in one state of it.
struct Read {
  std::vector<MergedDocument> documents;
  std::set<std::string> makers;
};

Read read(const KnowledgeBase& base) {
  SQLite::Database& database = base.connection();
  return guarded(base.file(), database, [&] {
    limit_time(database, check_seconds);
    const Snapshot snapshot(base);
    return Read{read_documents(database), makers_of(database)};
  });
}

/// Refuses documents of several makers: their rows would not be those of one seeding.
class Makers {
 public:
  void require_same(const fs::path& file, const std::set<std::string>& makers) {
    for (const std::string& maker : makers) {
      if (maker_.empty()) {
        maker_ = maker;
        file_ = file;
      } else if (maker != maker_) {
        refuse(file, maker);
      }
    }
  }

 private:
  [[noreturn]] void refuse(const fs::path& file, const std::string& maker) const {
    const std::string of = file == file_ ? "others of it" : "those of " + file_.string();
    throw KnowledgeBaseError(KnowledgeBaseError::Kind::other,
                             file.string() + ": holds documents made by " + maker + ", and " + of +
                                 " were made by " + maker_ +
                                 "; bring the older one up to date with 'attache seed --refresh "
                                 "--db FILE', and --lexicon where the other was read with one, or "
                                 "take them as they are with --mixed");
  }

  std::string maker_;
  fs::path file_;
};

/// Where a document is known from.
struct Known {
  const fs::path* file;
  const MergedDocument* document;
};

/// What `seed` would find a document by, also where it was lost.
std::string known_of(const MergedDocument& document) {
  return document.known_by().empty() ? "slug:" + document.slug : document.known_by();
}

bool same_bytes(const MergedDocument& one, const MergedDocument& other) {
  return one.text == other.text && one.sha256 == other.sha256;
}

std::string conflict_of(const fs::path& file, const MergedDocument& document, const Known& known) {
  const std::string path = document.path().empty() ? "" : " (" + std::string(document.path()) + ")";
  const std::string what =
      same_bytes(document, *known.document) ? "other metadata or versions" : "another text";
  return file.string() + ": " + document.slug + path + " has " + what + " than in " +
         known.file->string() + "; seed it again where it is out of date, or remove it from one";
}

/// Finds what comes twice, by what all versions of a document have in common.
class Identities {
 public:
  explicit Identities(MergePlan& plan) : plan_(plan) {}

  void add(const fs::path& file, std::vector<MergedDocument>& documents, bool resident) {
    for (MergedDocument& document : documents) {
      if (resident) document.reference = document.slug;
      Family& family = families_[known_of(document)];
      const bool told_apart = resident || family.empty() || family.front().file == &file;
      if (told_apart || !is_double(file, document, family)) {
        family.push_back({&file, &document});
        identities_.insert(document.identity);
      }
    }
  }
  /// Once all have their names.
  void name_doubles() const {
    for (const auto& [document, first] : doubles_) document->reference = first->reference;
  }

 private:
  using Family = std::vector<Known>;

  /// One that is no double of another file's is a conflict, or made a further version.
  bool is_double(const fs::path& file, MergedDocument& document, const Family& family) {
    const Known* same = nullptr;
    for (const Known& known : family)
      if (known.file != &file && same_bytes(document, *known.document) &&
          (same == nullptr || document.description == known.document->description))
        same = &known;
    if (same != nullptr && document.description == same->document->description) {
      document.is_there = true;
      document.reference = same->document->reference;  // known already where it was merged before
      doubles_.emplace_back(&document, same->document);
      return true;
    }
    if (same == nullptr && (has_own_date(document, family) || document.is_version())) {
      become_version(document, family);
      return false;
    }
    plan_.conflicts.push_back(
        conflict_of(file, document, same != nullptr ? *same : family.front()));
    return true;
  }

  static bool has_own_date(const MergedDocument& document, const Family& family) {
    const auto differs = [&](const Known& known) {
      const std::string& other = known.document->date;
      return !other.empty() && !document.date.starts_with(other) &&
             !other.starts_with(document.date);
    };
    return !document.date.empty() && std::all_of(family.begin(), family.end(), differs);
  }

  void become_version(MergedDocument& document, const Family& family) {
    const std::string known_by = known_of(document);
    if (document.is_version() && !identities_.contains(document.identity)) return;
    const bool dated = has_own_date(document, family);
    std::string label = dated ? document.date : std::string();
    for (std::size_t number = family.size() + 1;
         label.empty() || identities_.contains(version_identity(known_by, label)); ++number)
      label = std::to_string(number);
    document.wanted = version_slug(family.front().document->slug, label);
    document.version_of = known_by;
    document.identity = version_identity(known_by, label);
  }

  MergePlan& plan_;
  std::map<std::string, Family> families_;
  std::set<std::string> identities_;
  std::vector<std::pair<MergedDocument*, const MergedDocument*>> doubles_;
};

}  // namespace

std::vector<MergedDocument> merged_documents(const KnowledgeBase& base) {
  return read(base).documents;
}

MergePlan plan_merge(const fs::path& into, const std::vector<fs::path>& files, bool mixed,
                     const Patience& patience) {
  MergePlan plan;
  Makers makers;
  const auto taken_in = [&](const fs::path& file) {
    Read found = read(KnowledgeBase::open(file, patience));
    if (!mixed) makers.require_same(file, found.makers);
    return std::move(found.documents);
  };
  std::vector<MergedDocument> residents;
  std::error_code error;
  if (fs::exists(into, error) && fs::file_size(into, error) > 0) residents = taken_in(into);
  for (const fs::path& file : files) plan.files.push_back({file, taken_in(file)});
  Identities identities(plan);
  identities.add(into, residents, true);
  for (MergedFile& file : plan.files) identities.add(file.file, file.documents, false);
  if (!plan.conflicts.empty()) return plan;
  name_documents(plan.files, residents);
  identities.name_doubles();
  return plan;
}

}  // namespace attache
