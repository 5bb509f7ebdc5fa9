// SPDX-License-Identifier: MIT
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace attache {

/// Where the rows are after a run.
enum class Settled {
  whole,  ///< all in the one file
  /// Some in the log beside it, since another connection is in use; the last one to close, or the
  /// next writer, brings them over.
  log_in_use
};

/// Brings what the write-ahead log holds into the file, so that it is one file that can be read and
/// copied alone. To be called with no statement open. Throws KnowledgeBaseError (full) where the
/// disk refuses it; then the rows are in the log beside the file, and nothing is lost. Throws it
/// (busy) where the file was replaced, moved or removed meanwhile.
Settled settle(const std::filesystem::path& file, SQLite::Database& database);

}  // namespace attache
