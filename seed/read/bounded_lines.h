// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace attache {

/// A line of a stream, without its end.
struct BoundedLine {
  std::size_t number = 0;  ///< counted from 1, empty lines included
  std::string bytes;       ///< of a line that is too long its beginning, to tell it by
  bool too_long = false;
  bool ended = true;  ///< false: the stream ended in it
};

/// Cuts a stream into lines as its bytes come; no more of it is in memory than one line of the
/// longest. Lines of blanks alone are left out.
class BoundedLines {
 public:
  /// Returns false where no more are wanted.
  using Sink = std::function<bool(BoundedLine)>;

  BoundedLines(std::size_t longest, Sink sink) : longest_(longest), sink_(std::move(sink)) {}

  /// Takes the next bytes. Returns false where no more are wanted.
  bool feed(std::string_view bytes);
  /// To be called behind the last bytes.
  bool finish();

 private:
  void append(std::string_view bytes);
  bool end_line(bool ended);

  const std::size_t longest_;
  const Sink sink_;
  std::string line_;
  std::size_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace attache
