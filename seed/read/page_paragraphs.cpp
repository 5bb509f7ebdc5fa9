// SPDX-License-Identifier: MIT
#include <algorithm>

#include "seed/read/page_lines.h"

namespace attache {
namespace {

/// So many lines around one show how wide its paragraph is.
constexpr std::size_t lines_around = 40;
/// Two lines are a paragraph where the first has so many bytes.
constexpr std::size_t long_line = 60;

/// The lines of a page without an empty one between them, around one.
struct Block {
  std::size_t begin = 0, end = 0, width = 0;
};

Block block_of(const std::vector<PageLine>& lines, std::size_t at) {
  Block block{at, at + 1, lines[at].length};
  const std::size_t first = at > lines_around ? at - lines_around : 0;
  const std::size_t last = std::min(lines.size(), at + lines_around);
  while (block.begin > first && !lines[block.begin].page && !lines[block.begin - 1].text.empty())
    --block.begin;
  while (block.end < last && !lines[block.end].page && !lines[block.end].text.empty()) ++block.end;
  for (std::size_t i = block.begin; i < block.end; ++i)
    block.width = std::max(block.width, lines[i].length);
  return block;
}

bool has_gap(std::string_view text) { return text.find("   ") != std::string_view::npos; }

/// The next line's first word had no room in this one.
bool runs_over(const std::vector<PageLine>& lines, std::size_t at, const Block& block) {
  if (at + 1 >= block.end || has_gap(lines[at].text) || has_gap(lines[at + 1].text)) return false;
  const std::string_view next = lines[at + 1].text;
  const std::size_t word = std::min(next.find(' '), next.size());
  return (lines[at].length + 1 + word) * 16 > block.width * 15;
}

}  // namespace

bool is_in_paragraph(const std::vector<PageLine>& lines, std::size_t at) {
  const Block block = block_of(lines, at);
  std::size_t begin = at, end = at + 1;
  while (begin > block.begin && runs_over(lines, begin - 1, block)) --begin;
  while (end < block.end && runs_over(lines, end - 1, block)) ++end;
  return end - begin > 2 || (end - begin == 2 && lines[begin].length >= long_line);
}

}  // namespace attache
