// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace attache {

/// Collects output and hands it to a stream in large pieces.
/// Writers append to text() and call checkpoint() after each row; nothing is written between rows
/// but whole rows.
class Sink {
 public:
  /// `file`: there is no reader who could have seen enough, so that a closed pipe is a failure.
  explicit Sink(std::ostream& out, bool file = false) : out_(out), file_(file) {
    text_.reserve(capacity + capacity / 4);
  }
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  /// Where the next bytes go. Only append to it.
  std::string& text() { return text_; }
  void append(std::string_view bytes) { text_.append(bytes); }

  /// Hands on what has been collected once it is large. Throws OutputError.
  void checkpoint() {
    if (text_.size() >= capacity) flush();
  }
  /// Hands on everything. Throws OutputError; what could not be written is dropped.
  void flush();
  /// Drops what has not been handed on.
  void discard() { text_.clear(); }

 private:
  static constexpr std::size_t capacity = 64 * 1024;
  std::ostream& out_;
  bool file_;
  std::string text_;
};

}  // namespace attache
