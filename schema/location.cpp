// SPDX-License-Identifier: MIT
#include "schema/location.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "schema/knowledge_base.h"
#include "schema/raw_file.h"

namespace attache {
namespace {

namespace fs = std::filesystem;
using Kind = KnowledgeBaseError::Kind;

constexpr int most_links = 40;  // as Linux has it

const char* name_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a named pipe";
  if (S_ISSOCK(mode)) return "a socket";
  if (S_ISLNK(mode)) return "a symbolic link";
  return "a device";
}

KnowledgeBaseError not_plain(const fs::path& file, const char* what) {
  return {Kind::foreign,
          file.string() + ": is " + what + ", not a knowledge base; name a file with --db"};
}

/// Of the link itself, where it is one; nothing where there is no such file.
std::optional<mode_t> mode_of(const fs::path& file) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) == 0) return status.st_mode;
  if (errno == ENOENT) return std::nullopt;
  throw unreadable(file, errno);
}

fs::path target_of(const fs::path& link) {
  std::error_code error;
  const fs::path target = fs::read_symlink(link, error);
  if (error) throw unreadable(link, error.value());
  return link.parent_path() / target;
}

}  // namespace

void require_plain(const fs::path& file, mode_t mode) {
  if (!S_ISREG(mode)) throw not_plain(file, name_of(mode));
}

void require_plain(const fs::path& file) {
  if (const auto mode = mode_of(file)) require_plain(file, *mode);
}

void require_plain_beside(const fs::path& file) {
  const auto mode = mode_of(file);
  if (!mode || S_ISREG(*mode)) return;
  throw KnowledgeBaseError(Kind::foreign,
                           file.string() + ": is " + name_of(*mode) +
                               ", where SQLite keeps a file of its own beside the knowledge base; "
                               "move it away, and try again");
}

fs::path locate(const fs::path& file) {
  std::error_code error;
  fs::path at = fs::absolute(file, error);
  if (error) throw unreadable(file, error.value());
  std::optional<mode_t> mode = mode_of(at);
  for (int links = 0; mode && S_ISLNK(*mode); mode = mode_of(at)) {
    if (++links > most_links) throw unreadable(file, ELOOP);
    at = target_of(at);
  }
  if (mode && !S_ISREG(*mode)) throw not_plain(file, name_of(*mode));
  const fs::path name = at.filename();
  if (name.empty() || name == "." || name == "..") throw not_plain(file, name_of(S_IFDIR));
  const fs::path folder = fs::weakly_canonical(at.parent_path(), error);
  if (error) throw unreadable(file, error.value());
  return folder / name;
}

bool can_be_written(const fs::path& file) {
  return ::faccessat(AT_FDCWD, file.c_str(), R_OK | W_OK, AT_EACCESS) == 0 &&
         ::faccessat(AT_FDCWD, file.parent_path().c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

bool on_read_only_medium(const fs::path& file) {
  struct statvfs medium {};
  return ::statvfs(file.c_str(), &medium) == 0 && (medium.f_flag & ST_RDONLY) != 0;
}

fs::path beside(const fs::path& file, const char* suffix) {
  fs::path name = file;
  name += suffix;
  return name;
}

}  // namespace attache
