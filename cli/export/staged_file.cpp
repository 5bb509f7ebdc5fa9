// SPDX-License-Identifier: MIT
#include "cli/export/staged_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/error.h"
#include "cli/output/fd_buffer.h"

namespace attache {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, int code) {
  throw OutputError(file.string() + " can't be written: " + std::strerror(code),
                    code == EPIPE ? EIO : code);
}

/// A hidden name in the same folder, so that renaming never crosses file systems.
std::filesystem::path temporary_name(const std::filesystem::path& target) {
  std::string name = target.filename().string();
  name.insert(name.begin(), '.');
  name += '.';
  name += std::to_string(::getpid());
  return target.parent_path() / name;
}

int open_new(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) fail(file, errno);
  return descriptor;
}

}  // namespace

struct StagedFile::Open {
  explicit Open(int file) : descriptor(file), buffer(file), stream(&buffer), sink(stream) {}
  ~Open() { ::close(descriptor); }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;

  int descriptor;
  FdBuffer buffer;
  std::ostream stream;
  Sink sink;
};

StagedFile::StagedFile(std::filesystem::path target)
    : target_(std::move(target)),
      temporary_(temporary_name(target_)),
      open_(std::make_unique<Open>(open_new(temporary_))) {}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::move(other.temporary_)),
      open_(std::move(other.open_)) {
  other.temporary_.clear();
}

StagedFile::~StagedFile() {
  open_.reset();
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Sink& StagedFile::sink() { return open_->sink; }

void StagedFile::finish() {
  open_->sink.flush();
  // The data must be on the disk before the name is: a crash leaves the old file or the new, not an
  // empty one.
  if (::fsync(open_->descriptor) != 0 && errno != EINVAL && errno != ENOTSUP) fail(target_, errno);
  open_.reset();
}

void StagedFile::put_in_place() {
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(target_, errno);
  temporary_.clear();
}

}  // namespace attache
