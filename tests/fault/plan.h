// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string_view>

/// What the preloaded library and the programs that drive it have in common.
namespace fault {

/// Kinds of calls, each counted for itself.
enum class Kind : unsigned {
  open,
  read,
  write,
  sync,
  truncate,
  allocate,
  rename,
  unlink,
  link,
  mkdir,
  stat,
  list,
  lock,
  map,
  close
};
inline constexpr std::array<std::string_view, 15> kind_names = {
    "open", "read",  "write", "sync", "truncate", "allocate", "rename", "unlink",
    "link", "mkdir", "stat",  "list", "lock",     "map",      "close"};
inline constexpr std::size_t kind_count = kind_names.size();

/// What happens at the chosen call. `full` lasts: from there on nothing more fits on the disk.
enum class How : unsigned { EIO_, ENOSPC_, EINTR_, EMFILE_, ENOMEM_, half, full, kill, torn };
inline constexpr std::array<std::string_view, 9> how_names = {
    "EIO", "ENOSPC", "EINTR", "EMFILE", "ENOMEM", "short", "full", "kill", "torn"};

/// Lies in the file that FAULT_COUNT names, shared with the driver, so that a killed process has
/// told it.
struct Counters {
  std::array<std::atomic<std::uint64_t>, kind_count> calls;
  std::atomic<std::uint64_t> fired;  ///< how often a call was made to fail
};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

}  // namespace fault
