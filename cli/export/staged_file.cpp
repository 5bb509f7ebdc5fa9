// SPDX-License-Identifier: MIT
#include "cli/export/staged_file.h"

#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): renameat2
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/error.h"
#include "cli/export/digest_buffer.h"
#include "cli/export/draft_name.h"
#include "cli/export/live_draft.h"
#include "cli/output/fd_buffer.h"
#include "system/retried.h"

namespace attache {
namespace {

[[noreturn]] void fail(const std::string& file, int code) {
  throw OutputError(file + " can't be written: " + std::strerror(code), code == EPIPE ? EIO : code);
}

struct Draft {
  std::string name;
  int descriptor = -1;
  std::unique_ptr<LiveDraft> live;
};

/// Another run that tidies up may take the file in the moment before it is locked.
bool kept(int descriptor) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 && status.st_nlink > 0;
}

Draft new_draft(const OutputFolder& folder, const std::string& target) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    Draft draft{draft_name(), -1, nullptr};
    draft.live = std::make_unique<LiveDraft>(folder.descriptor(), draft.name);
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    draft.descriptor =
        retried([&] { return ::openat(folder.descriptor(), draft.name.c_str(), flags, 0666); });
    if (draft.descriptor < 0 && errno != EEXIST) fail(folder.shown(target), errno);
    if (draft.descriptor >= 0 && kept(draft.descriptor)) return draft;
    if (draft.descriptor < 0) continue;
    // Another run took it for a stale one, or the system does not say: the name is ours all the
    // same.
    ::unlinkat(folder.descriptor(), draft.name.c_str(), 0);
    ::close(draft.descriptor);
  }
  fail(folder.shown(target), EEXIST);
}

/// As rename, but fails with EEXIST where the name is taken.
int rename_new(int folder, const char* from, const char* to) {
  if (::renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) return -1;
  // File systems that do not know the flag know links, which never replace anything either.
  if (::linkat(folder, from, folder, to, 0) != 0) return -1;
  ::unlinkat(folder, from, 0);
  return 0;
}

}  // namespace

/// The descriptor stays open, and with it the lock, until the file has its name.
struct StagedFile::Open {
  Open(int folder_descriptor, Draft made)
      : folder(folder_descriptor),
        draft(std::move(made)),
        buffer(draft.descriptor),
        digested(buffer),
        stream(&digested),
        sink(stream, true) {}
  ~Open() {
    if (!placed) ::unlinkat(folder, draft.name.c_str(), 0);
    ::close(draft.descriptor);
  }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;

  int folder;
  Draft draft;
  FdBuffer buffer;
  DigestBuffer digested;
  std::ostream stream;
  Sink sink;
  bool placed = false;
};

StagedFile::StagedFile(const OutputFolder& folder, std::string name)
    : folder_(folder),
      name_(std::move(name)),
      open_(std::make_unique<Open>(folder.descriptor(), new_draft(folder, name_))) {}

StagedFile::StagedFile(StagedFile&&) noexcept = default;

StagedFile::~StagedFile() = default;

Sink& StagedFile::sink() { return open_->sink; }

void StagedFile::finish() {
  open_->sink.flush();
  // The data must be on the disk before the name is: a crash leaves the old file or the new, not an
  // empty one.
  if (retried([&] { return ::fsync(open_->draft.descriptor); }) != 0 && errno != EINVAL &&
      errno != ENOTSUP)
    fail(folder_.shown(name_), errno);
}

std::uint64_t StagedFile::size() const { return open_->digested.size(); }

std::string StagedFile::sha256() const { return open_->digested.sha256(); }

void StagedFile::put_in_place(bool replace) {
  folder_.refuse_kept(name_);  // a link may have been put there meanwhile
  const char* const draft = open_->draft.name.c_str();
  const int folder = folder_.descriptor();
  const int failed = replace ? ::renameat(folder, draft, folder, name_.c_str())
                             : rename_new(folder, draft, name_.c_str());
  if (failed != 0) fail(folder_.shown(name_), errno);
  open_->placed = true;
}

}  // namespace attache
