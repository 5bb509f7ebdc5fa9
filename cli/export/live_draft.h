// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <string>

namespace attache {

/// The name of a draft that Ctrl-C, a request to terminate or a hang-up must not leave behind:
/// while it lives, these take the file away. Where nobody else has asked for them (InterruptGuard)
/// they end the process then, with 130 and one line. It stays where it is.
class LiveDraft {
 public:
  /// To be made before the file is, and not to outlive the folder's descriptor. Longer names than
  /// draft_name() makes throw std::length_error.
  LiveDraft(int folder, const std::string& name);
  ~LiveDraft();
  LiveDraft(const LiveDraft&) = delete;
  LiveDraft& operator=(const LiveDraft&) = delete;

 private:
  friend struct LiveDrafts;

  int folder_;
  std::array<char, 64> name_{};
  LiveDraft* next_ = nullptr;
  LiveDraft* previous_ = nullptr;
};

/// Takes all such files away. Safe in a signal handler; the names stay known.
void remove_live_drafts();

}  // namespace attache
