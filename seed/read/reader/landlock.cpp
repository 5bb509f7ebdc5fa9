// SPDX-License-Identifier: MIT
#include "seed/read/reader/landlock.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "seed/read/descriptor.h"

namespace attache::reader {
namespace {

// The kernel's interface, as its include/uapi/linux/landlock.h has it; written out here because the
// headers of a distribution may be older than the kernel.
constexpr unsigned ask_version = 1u << 0;
constexpr int path_beneath = 1;
constexpr std::uint64_t read_file = 1u << 2, read_folder = 1u << 3;

struct Ruleset {
  std::uint64_t files = 0, network = 0, scoped = 0;
};

struct [[gnu::packed]] PathRule {
  std::uint64_t allowed = 0;
  std::int32_t folder = -1;
};

/// All that this version can take.
Ruleset everything(int version) {
  Ruleset rules{(1u << 13) - 1, 0, 0};
  if (version >= 2) rules.files |= 1u << 13;  // link and rename between folders
  if (version >= 3) rules.files |= 1u << 14;  // truncate
  if (version >= 5) rules.files |= 1u << 15;  // ioctl on devices
  if (version >= 4) rules.network = 3;        // bind and connect by TCP
  if (version >= 6) rules.scoped = 3;         // abstract Unix sockets, signals
  return rules;
}

/// An older kernel takes a shorter structure.
std::size_t size_of_ruleset(int version) {
  if (version >= 6) return sizeof(Ruleset);
  return version >= 4 ? 16 : 8;
}

void allow_reading(int ruleset, const char* folder) {
  const Descriptor opened(open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!opened) return;  // not installed
  const PathRule rule{read_file | read_folder, opened.get()};
  syscall(SYS_landlock_add_rule, ruleset, path_beneath, &rule, 0);
}

}  // namespace

int restrict_files(Task task) {
  const auto version =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, nullptr, 0, ask_version));
  if (version <= 0) return 0;
  const Ruleset rules = everything(version);
  const Descriptor ruleset(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, size_of_ruleset(version), 0)));
  if (!ruleset) return 0;
  // The character maps of East Asian PDF files, opened when a file needs them (poppler-data).
  if (task == Task::documents) allow_reading(ruleset.get(), "/usr/share/poppler");
  return syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0 ? version : 0;
}

}  // namespace attache::reader
