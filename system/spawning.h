// SPDX-License-Identifier: MIT
#pragma once

#include <spawn.h>

namespace attache {

/// What posix_spawn is told of a program of ours, freed at the end.
///
/// An end that is asked for (Ctrl-C, a request to terminate, a hang-up) reaches all processes of a
/// group, or of a service. Only attache itself answers it: a helper that ended first would be told
/// as one that crashed. So each is started with these signals held back, and gives them up before
/// anything else: leave_ending_to_attache().
class Spawning {
 public:
  Spawning();
  ~Spawning();
  Spawning(const Spawning&) = delete;
  Spawning& operator=(const Spawning&) = delete;

  posix_spawn_file_actions_t* files() { return &files_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

  /// All other signals as a fresh program expects them, whatever the caller blocks or ignores, and
  /// a session of its own.
  void in_own_session();

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

/// The first thing that such a program does: what asks for an end is ignored, also what came while
/// it was being started. It ends with its input, or is killed.
void leave_ending_to_attache();

}  // namespace attache
