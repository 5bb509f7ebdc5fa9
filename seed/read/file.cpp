// SPDX-License-Identifier: MIT
#include "seed/read/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstring>

#include "seed/read/descriptor.h"
#include "seed/read/read.h"

namespace attache {
namespace {

constexpr std::size_t chunk = 1u << 16;

[[noreturn]] void refuse_size(const std::string& name, std::uint64_t max_bytes) {
  throw ReadError(name + ": larger than " + std::to_string(max_bytes) +
                  " bytes: say --max-document-size to allow more");
}

struct stat status_of(int descriptor, const std::string& name) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0) throw ReadError(name + ": " + system_reason(errno));
  if (S_ISDIR(status.st_mode)) throw ReadError(name + ": is a folder");
  return status;
}

/// Reads to the end; one byte beyond max_bytes is enough to know that it is too much.
std::string read_all(int descriptor, const std::string& name, std::uint64_t expected,
                     std::uint64_t max_bytes) {
  std::string bytes(static_cast<std::size_t>(expected), '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(filled + chunk);
    const ssize_t got = read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0) throw ReadError(name + ": " + system_reason(errno));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > max_bytes) refuse_size(name, max_bytes);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace

std::string system_reason(int error) {
  std::string words = std::strerror(error);
  if (!words.empty())
    words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  return words;
}

std::string read_descriptor(int descriptor, const std::string& name, std::uint64_t max_bytes) {
  const struct stat status = status_of(descriptor, name);
  if (!S_ISREG(status.st_mode)) return read_all(descriptor, name, chunk, max_bytes);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > max_bytes) refuse_size(name, max_bytes);
  return read_all(descriptor, name, size + 1,
                  max_bytes);  // one more, so that the end is seen without growing
}

std::string read_file(const std::string& path, std::uint64_t max_bytes) {
  if (path == "-") return read_descriptor(STDIN_FILENO, "standard input", max_bytes);
  const Descriptor opened(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!opened) throw ReadError(path + ": " + system_reason(errno));
  return read_descriptor(opened.get(), path, max_bytes);
}

}  // namespace attache
