// SPDX-License-Identifier: MIT
#include "seed/read/markdown_parts.h"

#include <algorithm>

namespace attache {
namespace {

/// A table of more columns is read as lines: every row would get all of them.
constexpr std::ptrdiff_t max_columns = 128;

/// md4c looks through all lines of a paragraph at each bracket; a paragraph of more is read in
/// parts.
constexpr int max_paragraph_lines = 1000;

}  // namespace

bool has_wide_table(std::string_view markdown) {
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = markdown.substr(at, end - at);
    if (std::count(line.begin(), line.end(), '|') > max_columns) return true;
    at = end + 1;
  }
  return false;
}

std::size_t length_of_part(std::string_view markdown) {
  int lines = 0;
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    lines = markdown.find_first_not_of(" \t\r", at) < end ? lines + 1 : 0;
    at = std::min(end + 1, markdown.size());
    if (lines == max_paragraph_lines) return at;
  }
  return markdown.size();
}

}  // namespace attache
