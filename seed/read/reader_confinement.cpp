// SPDX-License-Identifier: MIT
#include "seed/read/reader_confinement.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string_view>

#include "seed/read/descriptor.h"
#include "seed/read/process.h"
#include "seed/read/read.h"
#include "seed/read/waiting.h"

namespace attache {
namespace {

/// For an answer that takes milliseconds.
constexpr double patience = 10;

std::string ask() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    throw ReadError("attache-reader can't be started: no free descriptors");
  const Descriptor answers(ends[0]);
  Descriptor theirs(ends[1]);
  const Descriptor nothing(open("/dev/null", O_RDONLY | O_CLOEXEC));
  ReaderProcess reader({"confinement"}, nothing.get(), theirs.get());
  theirs.reset();
  std::array<char, 256> text{};
  Waiting(patience, 0, nullptr).to_read(answers.get());
  const ssize_t got = read(answers.get(), text.data(), text.size());
  if (got <= 0) throw ReadError("attache-reader does not say what confines it: " + reader.wait());
  return {text.data(), static_cast<std::size_t>(got)};
}

int value(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  return at == std::string_view::npos ? 0 : std::atoi(text.data() + at + key.size());
}

}  // namespace

ReaderConfinement reader_confinement() {
  const std::string text = ask();
  return {value(text, "sanitized=") != 0, value(text, "seccomp=") != 0, value(text, "landlock=")};
}

std::string describe(const ReaderConfinement& confinement) {
  if (confinement.sanitized) return "none, since it is built with a sanitizer";
  const std::string calls = confinement.seccomp ? "system calls by seccomp"
                                                : "system calls not (the kernel has no seccomp)";
  if (confinement.landlock > 0)
    return calls + ", files by Landlock " + std::to_string(confinement.landlock);
  return calls + (confinement.seccomp ? ", files all refused (the kernel has no Landlock)"
                                      : ", files not (the kernel has no Landlock)");
}

}  // namespace attache
