// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace attache {

/// Where a knowledge base really lies: `file` with its symbolic links followed, as an absolute path
/// whose file is regular or absent, so that what SQLite keeps beside it is beside the file, not
/// beside a link. Throws KnowledgeBaseError for links in a circle, and for a folder, device, pipe
/// or socket, which are not opened even.
std::filesystem::path locate(const std::filesystem::path& file);

/// Throws KnowledgeBaseError (foreign) where `file` is there and no regular file; a symbolic link
/// is none. `mode` is the st_mode of stat(2).
void require_plain(const std::filesystem::path& file);
void require_plain(const std::filesystem::path& file, mode_t mode);

/// The same for what may stand under a name of SQLite's beside a knowledge base, in words for that.
void require_plain_beside(const std::filesystem::path& file);

/// Whether this process may write both `file` and its folder, as SQLite must to play back a log.
bool can_be_written(const std::filesystem::path& file);

/// Whether `file` lies on a file system that is mounted read-only.
bool on_read_only_medium(const std::filesystem::path& file);

/// `file` with what SQLite appends for a file beside it: "-wal", "-journal", "-shm".
std::filesystem::path beside(const std::filesystem::path& file, const char* suffix);

}  // namespace attache
