// SPDX-License-Identifier: MIT
// What is done to open files besides reading and writing: each call is counted and passed on.
#undef _FORTIFY_SOURCE  // its inline forms would stand where these are defined

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>

#include "tests/fault/state.h"

namespace {

using fault::fails;
using fault::Fate;
using fault::Kind;
using fault::next;

bool locks(int command) {
  return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK ||
         command == F_OFD_SETLKW;
}

int control(int file, int command, void* argument) {
  static const auto pass = next<int (*)(int, int, ...)>("fcntl");
  return locks(command) && fails(Kind::lock, file) ? -1 : pass(file, command, argument);
}

}  // namespace

extern "C" {

int fcntl(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void* argument = va_arg(arguments, void*);
  va_end(arguments);
  return control(file, command, argument);
}
int fcntl64(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void* argument = va_arg(arguments, void*);
  va_end(arguments);
  return control(file, command, argument);
}

int fsync(int file) {
  static const auto pass = next<int (*)(int)>("fsync");
  return fails(Kind::sync, file) ? -1 : pass(file);
}
int fdatasync(int file) {
  static const auto pass = next<int (*)(int)>("fdatasync");
  return fails(Kind::sync, file) ? -1 : pass(file);
}

int ftruncate(int file, off_t size) noexcept {
  static const auto pass = next<int (*)(int, off_t)>("ftruncate");
  return fails(Kind::truncate, file) ? -1 : pass(file, size);
}
int ftruncate64(int file, off64_t size) noexcept { return ftruncate(file, size); }

/// Gives its error back, and leaves errno alone.
int posix_fallocate(int file, off_t offset, off_t size) {
  static const auto pass = next<int (*)(int, off_t, off_t)>("posix_fallocate");
  return fails(Kind::allocate, file) ? errno : pass(file, offset, size);
}
int posix_fallocate64(int file, off64_t offset, off64_t size) {
  return posix_fallocate(file, offset, size);
}
int fallocate(int file, int mode, off_t offset, off_t size) {
  static const auto pass = next<int (*)(int, int, off_t, off_t)>("fallocate");
  return fails(Kind::allocate, file) ? -1 : pass(file, mode, offset, size);
}
int fallocate64(int file, int mode, off64_t offset, off64_t size) {
  return fallocate(file, mode, offset, size);
}

}  // extern "C"
