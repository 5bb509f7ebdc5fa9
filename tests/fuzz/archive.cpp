// SPDX-License-Identifier: MIT
// The archive reader behind attache-reader, which reads standard input and answers on standard
// output: both are files of the target's own here.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "seed/read/reader/extracted.h"
#include "tests/fuzz/target.h"

namespace {

void give_as_standard_input(std::string_view bytes) {
  const int file = memfd_create("archive", 0);
  if (write(file, bytes.data(), bytes.size()) < 0) return;
  lseek(file, 0, SEEK_SET);
  dup2(file, STDIN_FILENO);
  close(file);
}

/// Where answers go that nobody reads.
bool discard_standard_output() {
  const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  return dup2(nothing, STDOUT_FILENO) >= 0 && close(nothing) == 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool discarded = discard_standard_output();
  if (!discarded) return 0;
  give_as_standard_input(attache::fuzz::bytes_of(data, size));
  constexpr std::uint64_t max_bytes = 1 << 20, max_ratio = 100, max_entries = 100;
  attache::reader::stream_archive(max_bytes, max_ratio, max_entries);
  return 0;
}
