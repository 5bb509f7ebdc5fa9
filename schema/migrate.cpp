// SPDX-License-Identifier: MIT
#include "schema/migrate.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <charconv>
#include <optional>
#include <string_view>

#include "schema/character_columns.h"
#include "schema/copies.h"
#include "schema/description_copies.h"
#include "schema/document_digests.h"
#include "schema/embedded.h"
#include "schema/failed_reads.h"
#include "schema/hardening.h"
#include "schema/knowledge_base.h"
#include "schema/location.h"
#include "schema/raw_file.h"
#include "schema/row_sums.h"
#include "schema/vocabulary.h"

namespace attache {
namespace {

// Offsets of the database header: https://www.sqlite.org/fileformat2.html#the_database_header
constexpr std::size_t header_size = 100;
constexpr std::size_t write_version_at = 18;
constexpr std::size_t user_version_at = 60;
constexpr std::size_t application_id_at = 68;
constexpr int write_version_wal = 2;

/// Documents that are stored by then get their digests, which SQL alone can't make.
constexpr int digests_since = 6;
/// And copies of what is said of them, and sums of the tables that they share.
constexpr int copies_since = 9;
/// And sums of a vocabulary that was not there before.
constexpr int office_types_since = 10;
/// And sums of what people decided, which was nothing then.
constexpr int reviews_since = 11;
/// And places that are counted in characters.
constexpr int characters_since = 14;
/// And sums of a vocabulary again.
constexpr int identifiers_since = 15;
/// And longer copies of what is said of documents.
constexpr int versions_since = 16;
/// The one statement that harden() keeps SQLite from heeding.
constexpr std::string_view edits_definitions = "PRAGMA writable_schema = ON";

/// 3 for "0003_facts.sql".
int number_of(std::string_view name) {
  int number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

FileHeader parse(const std::string& bytes) {
  FileHeader header{FileHeader::Owner::others, 0, false};
  const auto number = [&](std::size_t at) {
    return static_cast<std::int32_t>(big_endian(bytes, at));
  };
  if (bytes.size() < header_size || !bytes.starts_with("SQLite format 3") ||
      number(application_id_at) != knowledge_base_id)
    return header;
  header.owner = FileHeader::Owner::attache;
  header.version = number(user_version_at);
  header.write_ahead = bytes[write_version_at] == write_version_wal;
  return header;
}

/// The next seeding fills the new tables with the others. Their sums stay, so that check() goes on
/// finding what another hand has changed.
void sum_new_vocabulary(SQLite::Database& database, int stored) {
  database.exec("DELETE FROM vocabulary_version");
  RowSums sums(database);
  if (stored < office_types_since) sums.write("office_types");
  for (const char* table :
       {"identifier_schemes", "identifiers", "crosswalks", "vocabulary_version"})
    sums.write(table);
}

/// The sums are of what stands there; the next seeding fills the vocabulary anew.
void copy_all(SQLite::Database& database) {
  DescriptionCopies(database).write_all();
  database.exec("DELETE FROM vocabulary_version");
  RowSums sums(database);
  for (const std::string_view table : summed_tables()) sums.write(table);
}

/// What SQL alone can't make, of a file that was at version `stored`. Last, since it is written by
/// the newest definitions.
void complete(SQLite::Database& database, int stored) {
  if (stored < digests_since) DocumentDigests(database).write_all();
  if (stored < copies_since) copy_all(database);
  else if (stored < identifiers_since) sum_new_vocabulary(database, stored);
  if (stored >= copies_since && stored < versions_since) DescriptionCopies(database).add_versions();
  if (stored < characters_since) fill_character_columns(database);
  if (stored >= reviews_since) return;
  RowSums sums(database);
  for (const char* table : {"reviews", "review_samples", "review_sample_rows"}) sums.write(table);
}

/// One step forward. What an older version has made and another hand has changed since can't always
/// be built on.
void run(SQLite::Database& database, const std::filesystem::path& file,
         const EmbeddedFile& migration) {
  std::optional<OpenDefinitions> open;
  if (migration.bytes.find(edits_definitions) != std::string_view::npos) open.emplace(database);
  try {
    database.exec(std::string(migration.bytes));
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xff) != SQLITE_ERROR || failed_read() != 0) throw;
    throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                             file.string() +
                                 ": was made by an older attache and changed since, so that it "
                                 "can't be brought up to date (" +
                                 error.what() + "); seed the documents into a new knowledge base");
  }
}

KnowledgeBaseError foreign(const std::filesystem::path& file) {
  return {KnowledgeBaseError::Kind::foreign,
          file.string() + ": is not a knowledge base of attache; name another file with --db"};
}

int stored_version(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

FileHeader read_header(const std::filesystem::path& file) {
  const auto raw = RawFile::open(locate(file));
  if (!raw) return {};
  const std::string bytes = raw->read(0, header_size);
  return bytes.empty() ? FileHeader{} : parse(bytes);
}

int newest_version() { return number_of(embedded_migrations().back().name); }

void require_ours(const std::filesystem::path& file, const FileHeader& header) {
  using Kind = KnowledgeBaseError::Kind;
  if (header.owner != FileHeader::Owner::attache)
    throw KnowledgeBaseError(Kind::foreign, file.string() + ": " + words_of_unmarked(file));
  if (header.version > newest_version())
    throw KnowledgeBaseError(Kind::newer,
                             file.string() + ": was made by a newer attache (schema " +
                                 std::to_string(header.version) + ", this program knows " +
                                 std::to_string(newest_version()) + "); update attache");
}

void migrate(SQLite::Database& database, const std::filesystem::path& file) {
  if (stored_version(database) >= newest_version()) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  // Only now nobody else can be at it: it may be done already.
  const int stored = stored_version(database);
  const bool tables =
      database.execAndGet("SELECT EXISTS (SELECT 1 FROM sqlite_schema)").getInt() != 0;
  if (tables && database.execAndGet("PRAGMA application_id").getInt() != knowledge_base_id)
    throw foreign(file);
  require_marked(database, file);
  for (const EmbeddedFile& migration : embedded_migrations()) {
    const int version = number_of(migration.name);
    if (version <= stored) continue;
    run(database, file, migration);
    database.exec("PRAGMA application_id = " + std::to_string(knowledge_base_id));
    database.exec("PRAGMA user_version = " + std::to_string(version));
  }
  complete(database, stored);
  transaction.commit();
}

}  // namespace attache
