// SPDX-License-Identifier: MIT
// Opening, naming and describing files, as the C library names them: each is counted and passed on.
#undef _FORTIFY_SOURCE  // its inline forms would stand where these are defined

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>

#include "tests/fault/state.h"

namespace {

using fault::fails;
using fault::Fate;
using fault::Kind;
using fault::next;

/// Whether a call on an open file, or on a path, is made to fail.
bool fails(Kind kind, int directory, const char* path) {
  return fault::beneath(directory, path) && fault::step(kind) == Fate::fail;
}
bool fails(Kind kind, int directory, const char* path, int other, const char* name) {
  return (fault::beneath(directory, path) || fault::beneath(other, name)) &&
         fault::step(kind) == Fate::fail;
}

using OpenAt = int (*)(int, const char*, int, ...);

int open_at(int directory, const char* path, int flags, mode_t mode) {
  static const auto pass = next<OpenAt>("openat");
  return fails(Kind::open, directory, path) ? -1 : pass(directory, path, flags, mode);
}

/// The mode stands there only where a file may be made.
mode_t mode_of(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
}

/// A stream's calls go by names inside the C library; only its opening is seen.
FILE* open_stream(const char* path, const char* mode) {
  using Open = FILE* (*)(const char*, const char*);
  static const auto pass = next<Open>("fopen");
  return fails(Kind::open, AT_FDCWD, path) ? nullptr : pass(path, mode);
}

dirent* next_entry(DIR* folder) {
  using Next = dirent* (*)(DIR*);
  static const auto pass = next<Next>("readdir");
  return fails(Kind::list, ::dirfd(folder)) ? nullptr : pass(folder);
}

int describe(int directory, const char* path, struct stat* about, int flags) {
  using Describe = int (*)(int, const char*, struct stat*, int);
  static const auto pass = next<Describe>("fstatat");
  return fails(Kind::stat, directory, path) ? -1 : pass(directory, path, about, flags);
}

/// On the systems that are tested off_t has 64 bits, and so are both forms one.
struct stat* plain(struct stat64* about) {
  return reinterpret_cast<struct stat*>(about);
}

}  // namespace

extern "C" {

#define WITH_MODE(flags)                         \
  va_list arguments;                             \
  va_start(arguments, flags);                    \
  const mode_t mode = mode_of(flags, arguments); \
  va_end(arguments)

int open(const char* path, int flags, ...) {
  WITH_MODE(flags);
  return open_at(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  WITH_MODE(flags);
  return open_at(AT_FDCWD, path, flags, mode);
}
int openat(int directory, const char* path, int flags, ...) {
  WITH_MODE(flags);
  return open_at(directory, path, flags, mode);
}
int openat64(int directory, const char* path, int flags, ...) {
  WITH_MODE(flags);
  return open_at(directory, path, flags, mode);
}
int __open_2(const char* path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }
int __open64_2(const char* path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }
int __openat_2(int directory, const char* path, int flags) {
  return open_at(directory, path, flags, 0);
}
int __openat64_2(int directory, const char* path, int flags) {
  return open_at(directory, path, flags, 0);
}
FILE* fopen(const char* path, const char* mode) { return open_stream(path, mode); }
FILE* fopen64(const char* path, const char* mode) { return open_stream(path, mode); }

int close(int file) {
  static const auto pass = next<int (*)(int)>("close");
  const bool failed = fails(Kind::close, file);
  const int error = errno;
  const int result = pass(file);  // a file whose closing fails is closed all the same
  if (failed) errno = error;
  return failed ? -1 : result;
}

DIR* opendir(const char* path) {
  static const auto pass = next<DIR* (*)(const char*)>("opendir");
  return fails(Kind::list, AT_FDCWD, path) ? nullptr : pass(path);
}
dirent* readdir(DIR* folder) { return next_entry(folder); }
dirent64* readdir64(DIR* folder) { return reinterpret_cast<dirent64*>(next_entry(folder)); }

int stat(const char* path, struct stat* about) noexcept {
  return describe(AT_FDCWD, path, about, 0);
}
int stat64(const char* path, struct stat64* about) noexcept {
  return describe(AT_FDCWD, path, plain(about), 0);
}
int lstat(const char* path, struct stat* about) noexcept {
  return describe(AT_FDCWD, path, about, AT_SYMLINK_NOFOLLOW);
}
int lstat64(const char* path, struct stat64* about) noexcept {
  return describe(AT_FDCWD, path, plain(about), AT_SYMLINK_NOFOLLOW);
}
int fstatat(int directory, const char* path, struct stat* about, int flags) noexcept {
  return describe(directory, path, about, flags);
}
int fstatat64(int directory, const char* path, struct stat64* about, int flags) noexcept {
  return describe(directory, path, plain(about), flags);
}
int fstat(int file, struct stat* about) noexcept {
  static const auto pass = next<int (*)(int, struct stat*)>("fstat");
  return fails(Kind::stat, file) ? -1 : pass(file, about);
}
int fstat64(int file, struct stat64* about) noexcept { return fstat(file, plain(about)); }
int access(const char* path, int mode) noexcept {
  static const auto pass = next<int (*)(const char*, int)>("access");
  return fails(Kind::stat, AT_FDCWD, path) ? -1 : pass(path, mode);
}
int statx(int directory, const char* path, int flags, unsigned mask, struct statx* about) noexcept {
  using Describe = int (*)(int, const char*, int, unsigned, struct statx*);
  static const auto pass = next<Describe>("statx");
  return fails(Kind::stat, directory, path) ? -1 : pass(directory, path, flags, mask, about);
}

int rename(const char* from, const char* to) noexcept {
  static const auto pass = next<int (*)(const char*, const char*)>("rename");
  return fails(Kind::rename, AT_FDCWD, from, AT_FDCWD, to) ? -1 : pass(from, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  static const auto pass = next<int (*)(int, const char*, int, const char*)>("renameat");
  return fails(Kind::rename, from_folder, from, to_folder, to)
             ? -1
             : pass(from_folder, from, to_folder, to);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  static const auto pass = next<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
  return fails(Kind::rename, from_folder, from, to_folder, to)
             ? -1
             : pass(from_folder, from, to_folder, to, flags);
}
int link(const char* from, const char* to) noexcept {
  static const auto pass = next<int (*)(const char*, const char*)>("link");
  return fails(Kind::link, AT_FDCWD, from, AT_FDCWD, to) ? -1 : pass(from, to);
}
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  static const auto pass = next<int (*)(int, const char*, int, const char*, int)>("linkat");
  return fails(Kind::link, from_folder, from, to_folder, to)
             ? -1
             : pass(from_folder, from, to_folder, to, flags);
}
int unlink(const char* path) noexcept {
  static const auto pass = next<int (*)(const char*)>("unlink");
  return fails(Kind::unlink, AT_FDCWD, path) ? -1 : pass(path);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
  static const auto pass = next<int (*)(int, const char*, int)>("unlinkat");
  return fails(Kind::unlink, folder, path) ? -1 : pass(folder, path, flags);
}
int remove(const char* path) noexcept {
  static const auto pass = next<int (*)(const char*)>("remove");
  return fails(Kind::unlink, AT_FDCWD, path) ? -1 : pass(path);
}
int mkdir(const char* path, mode_t mode) noexcept {
  static const auto pass = next<int (*)(const char*, mode_t)>("mkdir");
  return fails(Kind::mkdir, AT_FDCWD, path) ? -1 : pass(path, mode);
}
int mkdirat(int folder, const char* path, mode_t mode) noexcept {
  static const auto pass = next<int (*)(int, const char*, mode_t)>("mkdirat");
  return fails(Kind::mkdir, folder, path) ? -1 : pass(folder, path, mode);
}

}  // extern "C"
