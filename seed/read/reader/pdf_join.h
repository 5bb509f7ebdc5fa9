// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace attache::reader {

/// Joins lines to running text, and words that were broken at a line's end; the document's own
/// usage says which of them are written with a hyphen.
class LineJoiner {
 public:
  /// Learns the words of a line that are whole.
  void learn(std::string_view line);
  /// Appends the next line to a paragraph.
  void join(std::string& text, std::string_view next) const;

 private:
  bool keeps_hyphen(const std::string& first, const std::string& second) const;
  bool knows(const std::string& word) const { return words_.count(word) > 0; }

  std::unordered_set<std::string> words_;  ///< in lower case, some with a hyphen inside
  std::size_t lines_ = 0, hyphens_ = 0;    ///< lines, and those of them that end with a hyphen
};

}  // namespace attache::reader
