// SPDX-License-Identifier: MIT
#include "seed/read/file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstring>

#include "seed/read/descriptor.h"
#include "seed/read/read.h"
#include "seed/text/counted.h"
#include "system/retried.h"

namespace attache {
namespace {

constexpr std::size_t chunk = 1u << 16;
constexpr int look_ms = 100;  ///< how often a wait is interrupted to ask whether it is to go on

[[noreturn]] void refuse_size(const std::string& name, std::uint64_t max_bytes) {
  throw ReadError(name + ": larger than " + counted(max_bytes, "byte") +
                  ": say --max-document-size to allow more");
}

struct stat status_of(int descriptor, const std::string& name) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0) throw ReadError(name + ": " + system_reason(errno));
  if (S_ISDIR(status.st_mode)) throw ReadError(name + ": is a folder");
  return status;
}

/// Reads to the end; one byte beyond max_bytes is enough to know that it is too much.
std::string read_all(int descriptor, const std::string& name, std::uint64_t expected,
                     std::uint64_t max_bytes, const GiveUp& give_up) {
  std::string bytes(static_cast<std::size_t>(expected), '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(filled + chunk);
    const std::size_t got =
        read_some(descriptor, bytes.data() + filled, bytes.size() - filled, name, give_up);
    if (got == 0) break;
    filled += got;
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

void await_input(int descriptor, const std::string& name, const GiveUp& give_up) {
  while (true) {
    if (give_up && give_up()) throw ReadStopped(name + ": given up before its end");
    pollfd wanted{descriptor, POLLIN, 0};
    const int ready = poll(&wanted, 1, look_ms);
    if (ready > 0) return;
    // A signal is no end: whoever asked for one says so above.
    if (ready < 0 && errno != EINTR && errno != EAGAIN)
      throw ReadError(name + ": " + system_reason(errno));
  }
}

std::size_t read_some(int descriptor, char* buffer, std::size_t size, const std::string& name,
                      const GiveUp& give_up) {
  while (true) {
    if (give_up) await_input(descriptor, name, give_up);
    const ssize_t got = read(descriptor, buffer, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    // A pipe opened so that its opening does not wait, with nothing in it yet.
    if (errno == EAGAIN || errno == EWOULDBLOCK) await_input(descriptor, name, give_up);
    else if (errno != EINTR) throw ReadError(name + ": " + system_reason(errno));
  }
}

void read_on(int descriptor, std::string& bytes, const std::string& name, std::uint64_t max_bytes,
             const GiveUp& give_up) {
  std::string buffer(chunk, '\0');
  while (bytes.size() <= max_bytes) {
    const std::size_t got = read_some(descriptor, buffer.data(), buffer.size(), name, give_up);
    if (got == 0) return;
    bytes.append(buffer, 0, got);
  }
  refuse_size(name, max_bytes);
}

std::string read_descriptor(int descriptor, const std::string& name, std::uint64_t max_bytes,
                            const GiveUp& give_up) {
  const struct stat status = status_of(descriptor, name);
  if (!S_ISREG(status.st_mode)) return read_all(descriptor, name, chunk, max_bytes, give_up);
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > max_bytes) refuse_size(name, max_bytes);
  return read_all(descriptor, name, size + 1, max_bytes,
                  nullptr);  // one more, so that the end is seen without growing
}

std::string read_file(const std::string& path, std::uint64_t max_bytes, const GiveUp& give_up) {
  if (path == "-") return read_descriptor(STDIN_FILENO, "standard input", max_bytes, give_up);
  // The opening of a pipe waits for a writer, where no one could be asked whether to give up.
  const int waiting = give_up ? O_NONBLOCK : 0;
  const Descriptor opened(
      retried([&] { return open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | waiting); }));
  if (!opened) throw ReadError(path + ": " + system_reason(errno));
  return read_descriptor(opened.get(), path, max_bytes, give_up);
}

}  // namespace attache
