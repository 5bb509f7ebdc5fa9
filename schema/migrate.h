// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace SQLite {
class Database;
}

namespace attache {

/// SQLite's application_id of a knowledge base: "atta" in ASCII.
inline constexpr std::int32_t knowledge_base_id = 0x61747461;

/// What the first bytes of a file say, read without SQLite so that a file of others is never
/// touched.
struct FileHeader {
  enum class Owner { nobody, attache, others };  ///< nobody: no file, or an empty one
  Owner owner = Owner::nobody;
  int version = 0;           ///< user_version, where the owner is attache
  bool write_ahead = false;  ///< the file was left in WAL mode
};

/// Reads the header of `file`, symbolic links followed. Only a file that is absent or has no bytes
/// belongs to nobody. Throws KnowledgeBaseError where the file is there but can't be read.
FileHeader read_header(const std::filesystem::path& file);

/// The version that the newest migration gives.
int newest_version();

/// Throws KnowledgeBaseError (foreign, newer) unless the file is ours and not newer than this
/// program.
void require_ours(const std::filesystem::path& file, const FileHeader& header);

/// Runs the migrations that are missing, in order and in one transaction with their user_version,
/// so that the file is never seen half-made, and of several processes one does it. Throws
/// SQLite::Exception, and KnowledgeBaseError (foreign) where tables of others stand in `file`.
void migrate(SQLite::Database& database, const std::filesystem::path& file);

}  // namespace attache
