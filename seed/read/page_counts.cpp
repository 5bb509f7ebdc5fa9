// SPDX-License-Identifier: MIT
#include <map>
#include <string>
#include <utility>

#include "seed/read/furniture.h"
#include "seed/read/page_lines.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

/// Lines from one page number to the next, at least, on the average.
constexpr std::size_t shortest_page = 5;
/// A number of more figures counts no pages.
constexpr std::size_t most_figures = 4;

struct Numbers {
  std::vector<std::size_t> lines;
  std::vector<std::uint32_t> numbers;
  std::size_t interrupting = 0;  ///< of the lines, those that stand in the midst of a sentence
};

/// The first number of a line; 0 where it has none.
std::uint32_t first_number(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && !ascii::is_digit(line[at])) ++at;
  std::uint32_t number = 0;
  for (std::size_t figures = 0; at < line.size() && ascii::is_digit(line[at]); ++at)
    if (++figures <= most_figures)
      number = number * 10 + static_cast<std::uint32_t>(line[at] - '0');
  return number;
}

bool counts_on(const Numbers& pages) {
  std::size_t steps = 0;
  for (std::size_t i = 1; i < pages.numbers.size(); ++i) {
    const auto before = pages.numbers[i - 1];
    steps += pages.numbers[i] == before + 1 || pages.numbers[i] == before + 2;
  }
  const std::size_t count = pages.lines.size();
  return count > 1 && steps * 5 >= (count - 1) * 4 &&
         pages.lines.back() - pages.lines.front() >= shortest_page * (count - 1);
}

/// A line of this shape says by itself that it counts pages.
bool is_sure(std::string_view key) {
  const std::string lower = ascii::lower_case(key);
  return lower == "#/#" || lower.find("page") != std::string::npos ||
         lower.find("# of #") != std::string::npos;
}

}  // namespace

void find_counted_pages(std::vector<PageLine>& lines) {
  std::map<std::string, Numbers> by_shape;
  const PageLine* before = nullptr;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if ((line.furniture & Furniture::page) != 0) {
      Numbers& pages = by_shape[without_numbers(line.text)];
      pages.lines.push_back(i);
      pages.numbers.push_back(first_number(line.text));
      pages.interrupting +=
          before != nullptr && before->text.size() >= full_line && !ends_sentence(before->text);
    } else if (!line.text.empty()) {
      before = &line;
    }
  }
  for (const auto& [shape, pages] : by_shape) {
    const bool found = is_sure(shape) || pages.interrupting * 4 >= pages.lines.size();
    if (!found || !counts_on(pages)) continue;
    for (const std::size_t i : pages.lines) lines[i].counted = true;
  }
}

}  // namespace attache
