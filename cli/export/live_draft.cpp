// SPDX-License-Identifier: MIT
#include "cli/export/live_draft.h"

#include <unistd.h>

#include <csignal>
#include <stdexcept>
#include <string_view>

namespace attache {
namespace {

constexpr std::array<int, 3> signals{SIGINT, SIGTERM, SIGHUP};
constexpr int interrupted = 130;

}  // namespace

// A signal handler can reach nothing but what has static storage.
struct LiveDrafts {
  static inline LiveDraft* first = nullptr;
  static inline std::atomic_flag taken = ATOMIC_FLAG_INIT;
  static inline std::array<struct sigaction, signals.size()> old{};
  static inline std::array<bool, signals.size()> ours{};

  static void lock() {
    while (taken.test_and_set(std::memory_order_acquire)) {}
  }
  static void unlock() { taken.clear(std::memory_order_release); }

  /// By whoever holds the lock.
  static void remove_all() {
    for (const LiveDraft* draft = first; draft != nullptr; draft = draft->next_)
      ::unlinkat(draft->folder_, draft->name_.data(), 0);
  }
  static void listen();
  static void listen_no_more();
};

namespace {

/// While this thread changes the list, no handler runs on it; one on another waits for the lock.
class Changing {
 public:
  Changing() {
    sigset_t all;
    sigemptyset(&all);
    for (const int number : signals) sigaddset(&all, number);
    ::pthread_sigmask(SIG_BLOCK, &all, &before_);
    LiveDrafts::lock();
  }
  ~Changing() {
    LiveDrafts::unlock();
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  Changing(const Changing&) = delete;
  Changing& operator=(const Changing&) = delete;

 private:
  sigset_t before_{};
};

extern "C" void end_without_drafts(int) {
  constexpr std::string_view words = "attache: interrupted; the file was not written\n";
  remove_live_drafts();
  [[maybe_unused]] const auto told = ::write(STDERR_FILENO, words.data(), words.size());
  ::_exit(interrupted);
}

}  // namespace

/// A signal that is ignored (nohup), or that somebody else waits for, stays theirs.
void LiveDrafts::listen() {
  struct sigaction action {};
  action.sa_handler = end_without_drafts;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (const int number : signals) sigaddset(&action.sa_mask, number);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    sigaction(signals[i], nullptr, &old[i]);
    ours[i] = old[i].sa_handler == SIG_DFL;
    if (ours[i]) sigaction(signals[i], &action, nullptr);
  }
}

void LiveDrafts::listen_no_more() {
  for (std::size_t i = 0; i < signals.size(); ++i)
    if (ours[i]) sigaction(signals[i], &old[i], nullptr);
}

LiveDraft::LiveDraft(int folder, const std::string& name) : folder_(folder) {
  if (name.size() >= name_.size()) throw std::length_error("the name of a draft is too long");
  name.copy(name_.data(), name.size());
  const Changing changing;
  next_ = LiveDrafts::first;
  if (next_ != nullptr) next_->previous_ = this;
  else LiveDrafts::listen();
  LiveDrafts::first = this;
}

LiveDraft::~LiveDraft() {
  const Changing changing;
  (previous_ == nullptr ? LiveDrafts::first : previous_->next_) = next_;
  if (next_ != nullptr) next_->previous_ = previous_;
  if (LiveDrafts::first == nullptr) LiveDrafts::listen_no_more();
}

void remove_live_drafts() {
  const Changing alone;
  LiveDrafts::remove_all();
}

}  // namespace attache
