// SPDX-License-Identifier: MIT
#include "cli/export/output_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "cli/error.h"
#include "cli/export/draft_name.h"
#include "system/retried.h"

namespace attache {
namespace {

[[noreturn]] void fail(const std::string& what, int code) {
  throw OutputError(what + ": " + std::strerror(code), code);
}

std::vector<std::filesystem::path> missing_folders(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> missing;
  std::error_code error;
  for (std::filesystem::path at = std::filesystem::absolute(path, error);
       !error && at.has_relative_path() && !std::filesystem::exists(at, error) && !error;
       at = at.parent_path())
    missing.push_back(at);
  return missing;
}

int open_folder(const std::filesystem::path& path, const KeptFiles& kept, Missing wanted) {
  kept.refuse_folder(path);
  std::error_code error;
  if (wanted == Missing::made) std::filesystem::create_directories(path, error);
  const int descriptor =
      retried([&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
  if (descriptor >= 0) return descriptor;
  const int opened = errno;
  if (wanted == Missing::refused && (opened == ENOENT || opened == ENOTDIR))
    throw UsageError("'" + path.string() + "' is no folder" +
                     (opened == ENOENT ? "; make it first, or" : ";") +
                     " give a name in another one");
  // Where it could not be made, that is the reason; a folder that is there may be unreadable.
  const bool missing = opened == ENOENT && error;
  fail(path.string() + (missing || opened == ENOTDIR ? " can't be made" : " can't be opened"),
       missing ? error.value() : opened);
}

/// A link to a device or a pipe, or into /proc, as /dev/stdout is one: whoever names it means what
/// it leads to, and the link is the system's.
bool leads_to_no_file(int folder, const std::string& name) {
  struct stat status {};
  if (::fstatat(folder, name.c_str(), &status, 0) != 0) return false;
  if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) return true;
  constexpr std::string_view system = "/proc/";
  char target[system.size()] = {};
  const ssize_t size = ::readlinkat(folder, name.c_str(), target, sizeof target);
  return size > 0 && std::string_view(target, static_cast<std::size_t>(size)) == system;
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

std::vector<std::string> drafts_in(int folder) {
  std::vector<std::string> names;
  const int copy =
      retried([&] { return ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
  if (copy < 0) return names;
  const std::unique_ptr<DIR, CloseFolder> listing(::fdopendir(copy));
  if (!listing) {
    ::close(copy);
    return names;
  }
  // NOLINTNEXTLINE(concurrency-mt-unsafe): this listing is nobody else's
  while (const dirent* entry = ::readdir(listing.get())) {
    if (is_draft_name(entry->d_name)) names.emplace_back(entry->d_name);
  }
  return names;
}

bool is_own_file(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
         status.st_uid == ::geteuid() && status.st_nlink == 1;
}

/// A run holds a lock on its drafts until it ends, however it ends.
void remove_if_stale(int folder, const std::string& name) {
  constexpr int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY;
  const int draft = retried([&] { return ::openat(folder, name.c_str(), flags); });
  if (draft < 0) return;
  if (is_own_file(draft) && ::flock(draft, LOCK_EX | LOCK_NB) == 0)
    ::unlinkat(folder, name.c_str(), 0);
  ::close(draft);
}

}  // namespace

OutputFolder::OutputFolder(std::filesystem::path path, KeptFiles kept, Missing missing)
    : path_(std::move(path)),
      kept_(std::move(kept)),
      made_(missing == Missing::made ? missing_folders(path_)
                                     : std::vector<std::filesystem::path>()),
      descriptor_(open_folder(path_, kept_, missing)) {}

OutputFolder::~OutputFolder() {
  ::close(descriptor_);
  for (const std::filesystem::path& path : made_) ::rmdir(path.c_str());  // empty ones alone
}

void OutputFolder::refuse_kept(const std::string& name) const {
  kept_.refuse(descriptor_, name, shown(name));
}

Entry OutputFolder::entry(const std::string& name) const {
  refuse_kept(name);
  struct stat status {};
  if (::fstatat(descriptor_, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return Entry::none;
    fail(shown(name) + " can't be looked at", errno);
  }
  if (S_ISLNK(status.st_mode))
    return leads_to_no_file(descriptor_, name) ? Entry::other : Entry::file;
  return S_ISREG(status.st_mode) ? Entry::file : Entry::other;
}

void OutputFolder::remove(const std::string& name) const {
  if (entry(name) == Entry::none) return;
  if (::unlinkat(descriptor_, name.c_str(), 0) != 0)
    fail(shown(name) + " can't be replaced", errno);
  sync();
}

void OutputFolder::remove_stale_drafts() const {
  for (const std::string& name : drafts_in(descriptor_))
    if (kept_.what_is(descriptor_, name).empty()) remove_if_stale(descriptor_, name);
}

void OutputFolder::sync() const {
  if (retried([&] { return ::fsync(descriptor_); }) != 0 && errno != EINVAL && errno != ENOTSUP)
    fail(path_.string() + " can't be brought to the disk", errno);
}

}  // namespace attache
