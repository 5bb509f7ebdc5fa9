// SPDX-License-Identifier: MIT
#include "schema/raw_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "schema/location.h"
#include "system/retried.h"

namespace attache {
namespace {

struct stat status_of(const std::filesystem::path& file, int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) throw unreadable(file, errno);
  return status;
}

}  // namespace

KnowledgeBaseError unreadable(const std::filesystem::path& file, int code) {
  const bool rights = code == EACCES || code == EPERM;
  return {KnowledgeBaseError::Kind::unreadable,
          file.string() + ": can't be read (" + std::generic_category().message(code) + "); " +
              (rights ? "check the rights of the file and its folder"
                      : "nothing was changed; check the path and the disk")};
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i)
    value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::optional<RawFile> RawFile::open(const std::filesystem::path& file) {
  constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW;
  const int descriptor = retried([&] { return ::open(file.c_str(), flags); });
  if (descriptor < 0 && errno == ENOENT) return std::nullopt;
  if (descriptor < 0 && (errno == ENXIO || errno == ELOOP)) require_plain(file);
  if (descriptor < 0) throw unreadable(file, errno);
  RawFile opened(file, descriptor);
  require_plain(file, status_of(file, descriptor).st_mode);
  return opened;
}

RawFile::RawFile(RawFile&& other) noexcept
    : file_(std::move(other.file_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

RawFile& RawFile::operator=(RawFile&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

RawFile::~RawFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::uint64_t RawFile::size() const {
  return static_cast<std::uint64_t>(status_of(file_, descriptor_).st_size);
}

std::string RawFile::read(std::uint64_t offset, std::size_t count) const {
  std::string bytes(count, '\0');
  std::size_t filled = 0;
  while (filled < count) {
    const ssize_t got = retried([&] {
      return ::pread(descriptor_, bytes.data() + filled, count - filled,
                     static_cast<off_t>(offset + filled));
    });
    if (got < 0) throw unreadable(file_, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace attache
