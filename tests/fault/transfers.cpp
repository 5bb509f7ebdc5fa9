// SPDX-License-Identifier: MIT
// Reading and writing, as the C library names them: each is counted and passed on.
#undef _FORTIFY_SOURCE  // its inline forms would stand where these are defined

#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>

#include "tests/fault/state.h"

namespace {

using fault::Fate;
using fault::Kind;
using fault::next;

/// Calls `pass(bytes)` with all bytes, or with half of them.
template <typename Pass>
ssize_t transfer(Kind kind, int file, std::size_t size, Pass pass) {
  if (!fault::beneath(file)) return pass(size);
  const std::size_t half = size < 2 ? size : size / 2;
  switch (fault::step(kind)) {
    case Fate::fail: return -1;
    case Fate::half: return pass(half);
    case Fate::half_then_die: pass(half); fault::die();
    case Fate::go_on: break;
  }
  return pass(size);
}

using Read = ssize_t (*)(int, void*, std::size_t);
using ReadAt = ssize_t (*)(int, void*, std::size_t, off_t);
using Write = ssize_t (*)(int, const void*, std::size_t);
using WriteAt = ssize_t (*)(int, const void*, std::size_t, off_t);
using Vector = ssize_t (*)(int, const iovec*, int);

ssize_t read_at(ReadAt pass, int file, void* to, std::size_t size, off_t offset) {
  return transfer(Kind::read, file, size,
                  [&](std::size_t bytes) { return pass(file, to, bytes, offset); });
}

ssize_t write_at(WriteAt pass, int file, const void* from, std::size_t size, off_t offset) {
  return transfer(Kind::write, file, size,
                  [&](std::size_t bytes) { return pass(file, from, bytes, offset); });
}

/// Of several pieces, half is the first piece.
ssize_t pieces(Kind kind, Vector pass, int file, const iovec* from, int count) {
  return transfer(kind, file, static_cast<std::size_t>(count),
                  [&](std::size_t some) { return pass(file, from, static_cast<int>(some)); });
}

}  // namespace

extern "C" {

ssize_t read(int file, void* to, std::size_t size) {
  static const auto pass = next<Read>("read");
  return transfer(Kind::read, file, size, [&](std::size_t bytes) { return pass(file, to, bytes); });
}
ssize_t __read_chk(int file, void* to, std::size_t size, std::size_t) {
  return read(file, to, size);
}
ssize_t pread(int file, void* to, std::size_t size, off_t offset) {
  static const auto pass = next<ReadAt>("pread");
  return read_at(pass, file, to, size, offset);
}
ssize_t pread64(int file, void* to, std::size_t size, off64_t offset) {
  static const auto pass = next<ReadAt>("pread64");
  return read_at(pass, file, to, size, offset);
}
ssize_t __pread_chk(int file, void* to, std::size_t size, off_t offset, std::size_t) {
  return pread(file, to, size, offset);
}
ssize_t __pread64_chk(int file, void* to, std::size_t size, off64_t offset, std::size_t) {
  return pread64(file, to, size, offset);
}
ssize_t readv(int file, const iovec* to, int count) {
  static const auto pass = next<Vector>("readv");
  return pieces(Kind::read, pass, file, to, count);
}

ssize_t write(int file, const void* from, std::size_t size) {
  static const auto pass = next<Write>("write");
  return transfer(Kind::write, file, size,
                  [&](std::size_t bytes) { return pass(file, from, bytes); });
}
ssize_t pwrite(int file, const void* from, std::size_t size, off_t offset) {
  static const auto pass = next<WriteAt>("pwrite");
  return write_at(pass, file, from, size, offset);
}
ssize_t pwrite64(int file, const void* from, std::size_t size, off64_t offset) {
  static const auto pass = next<WriteAt>("pwrite64");
  return write_at(pass, file, from, size, offset);
}
ssize_t writev(int file, const iovec* from, int count) {
  static const auto pass = next<Vector>("writev");
  return pieces(Kind::write, pass, file, from, count);
}

void* mmap(void* where, std::size_t size, int protection, int flags, int file,
           off_t offset) noexcept {
  using Map = void* (*)(void*, std::size_t, int, int, int, off_t);
  static const auto pass = next<Map>("mmap");
  if (file >= 0 && fault::beneath(file) && fault::step(Kind::map) == Fate::fail) return MAP_FAILED;
  return pass(where, size, protection, flags, file, offset);
}
void* mmap64(void* where, std::size_t size, int protection, int flags, int file,
             off64_t offset) noexcept {
  return mmap(where, size, protection, flags, file, offset);
}

}  // extern "C"
