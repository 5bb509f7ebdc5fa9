// SPDX-License-Identifier: MIT
#include "schema/migrate.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <string_view>

#include "schema/copies.h"
#include "schema/document_digests.h"
#include "schema/embedded.h"
#include "schema/knowledge_base.h"

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

using Header = std::array<unsigned char, header_size>;

std::int32_t big_endian(const Header& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = (value << 8) | bytes[at + i];
  return static_cast<std::int32_t>(value);
}

/// 3 for "0003_facts.sql".
int number_of(std::string_view name) {
  int number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

bool is_sqlite(const Header& bytes) {
  return std::memcmp(bytes.data(), "SQLite format 3", 16) == 0;
}

FileHeader parse(const Header& bytes) {
  FileHeader header{FileHeader::Owner::others, 0, false};
  if (!is_sqlite(bytes) || big_endian(bytes, application_id_at) != knowledge_base_id) return header;
  header.owner = FileHeader::Owner::attache;
  header.version = big_endian(bytes, user_version_at);
  header.write_ahead = bytes[write_version_at] == write_version_wal;
  return header;
}

}  // namespace

FileHeader read_header(const std::filesystem::path& file) {
  using Kind = KnowledgeBaseError::Kind;
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (status.type() == std::filesystem::file_type::not_found) return {};
  if (std::filesystem::is_directory(status))
    throw KnowledgeBaseError(
        Kind::foreign,
        file.string() + ": is a folder, not a knowledge base; name a file with --db");
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw KnowledgeBaseError(
        Kind::read_only,
        file.string() + ": can't be read; check the rights of the file and its folder");
  Header bytes{};
  stream.read(reinterpret_cast<char*>(bytes.data()), header_size);
  if (stream.gcount() == 0) return {};
  return parse(bytes);
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

void migrate(SQLite::Database& database) {
  const int stored = database.execAndGet("PRAGMA user_version").getInt();
  for (const EmbeddedFile& file : embedded_migrations()) {
    const int version = number_of(file.name);
    if (version <= stored) continue;
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(std::string(file.bytes));
    if (version == digests_since) DocumentDigests(database).write_all();
    database.exec("PRAGMA application_id = " + std::to_string(knowledge_base_id));
    database.exec("PRAGMA user_version = " + std::to_string(version));
    transaction.commit();
  }
}

}  // namespace attache
