// SPDX-License-Identifier: MIT
#include "seed/read/bounded_lines.h"

#include <algorithm>
#include <utility>

namespace attache {
namespace {

/// What is kept of a line that is too long.
constexpr std::size_t beginning = 4096;

}  // namespace

bool BoundedLines::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    append(bytes.substr(0, end));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
    if (!end_line(true)) return false;
  }
  return true;
}

bool BoundedLines::finish() { return line_.empty() || end_line(false); }

void BoundedLines::append(std::string_view bytes) {
  if (too_long_) return;
  too_long_ = line_.size() + bytes.size() > longest_;
  line_ += bytes.substr(0, too_long_ ? beginning : bytes.size());
  if (!too_long_) return;
  line_.resize(std::min(line_.size(), beginning));
  line_.shrink_to_fit();
}

bool BoundedLines::end_line(bool ended) {
  BoundedLine line{++number_, std::exchange(line_, {}), std::exchange(too_long_, false), ended};
  if (!line.too_long && line.bytes.find_first_not_of(" \t\r") == std::string::npos) return true;
  return sink_(std::move(line));
}

}  // namespace attache
