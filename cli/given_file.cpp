// SPDX-License-Identifier: MIT
#include "cli/given_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "seed/read/descriptor.h"
#include "seed/read/file.h"
#include "system/retried.h"

namespace attache {
namespace {

constexpr std::size_t piece_size = 65536;

void refuse_beyond(const std::string& bytes, std::uint64_t most, const std::string& name) {
  if (bytes.size() > most)
    throw ReadError(name + ": is larger than " + std::to_string(most >> 20U) +
                    " MiB, the most that is read");
}

Descriptor opened(const std::string& path, Given given) {
  const int inside = given == Given::inside ? O_NONBLOCK | O_NOFOLLOW : 0;
  Descriptor file(
      retried([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | inside); }));
  if (!file && errno == ELOOP && given == Given::inside)
    throw ReadError(path + ": is a link, which is not followed; put the file itself there");
  if (!file) throw ReadError(path + ": " + system_reason(errno));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) throw ReadError(path + ": " + system_reason(errno));
  if (S_ISDIR(status.st_mode)) throw ReadError(path + ": is a folder");
  if (given == Given::inside && !S_ISREG(status.st_mode))
    throw ReadError(path + ": is no plain file");
  return file;
}

}  // namespace

std::string read_given(const std::string& path, std::uint64_t most, Given given) {
  const Descriptor file = opened(path, given);
  std::string bytes, piece(piece_size, '\0');
  while (const std::size_t got = read_some(file.get(), piece.data(), piece.size(), path, nullptr)) {
    bytes.append(piece, 0, got);
    refuse_beyond(bytes, most, path);
  }
  return bytes;
}

std::string read_given(std::istream& in, std::uint64_t most, const std::string& name) {
  std::string bytes, piece(piece_size, '\0');
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    bytes.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    refuse_beyond(bytes, most, name);
  }
  if (in.bad()) throw ReadError(name + ": can't be read");
  return bytes;
}

}  // namespace attache
