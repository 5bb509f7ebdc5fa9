// SPDX-License-Identifier: MIT
#include "system/spawning.h"

#include <array>
#include <csignal>

namespace attache {
namespace {

constexpr std::array<int, 3> ending{SIGINT, SIGTERM, SIGHUP};

}  // namespace

Spawning::Spawning() {
  posix_spawn_file_actions_init(&files_);
  posix_spawnattr_init(&attributes_);
  sigset_t held{};
  pthread_sigmask(SIG_BLOCK, nullptr, &held);
  for (const int number : ending) sigaddset(&held, number);
  posix_spawnattr_setsigmask(&attributes_, &held);
  posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
}

Spawning::~Spawning() {
  posix_spawn_file_actions_destroy(&files_);
  posix_spawnattr_destroy(&attributes_);
}

void Spawning::in_own_session() {
  sigset_t held{}, all{};
  sigemptyset(&held);
  for (const int number : ending) sigaddset(&held, number);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes_, &held);
  posix_spawnattr_setsigdefault(&attributes_, &all);
  posix_spawnattr_setflags(&attributes_,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
}

void leave_ending_to_attache() {
  sigset_t held{};
  sigemptyset(&held);
  for (const int number : ending) {
    std::signal(number, SIG_IGN);  // what waits is dropped
    sigaddset(&held, number);
  }
  pthread_sigmask(SIG_UNBLOCK, &held, nullptr);
}

}  // namespace attache
