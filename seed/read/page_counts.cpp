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

/// Bytes of a running head at most.
constexpr std::size_t longest_head = 120;
/// Marks of notes that show that they are such.
constexpr std::size_t fewest_marks = 3;

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

/// "- 2 -" is nothing else, though it stands alone.
bool is_between_dashes(std::string_view key) {
  return key == "- # -" || key == "-#-" || key == "\u2013 # \u2013" || key == "\u2014 # \u2014";
}

/// The number that stands at one end of a head, apart from its words; 0 where none does.
std::uint32_t edge_number(std::string_view line) {
  const std::size_t behind = std::min(line.find_first_not_of("0123456789"), line.size());
  if (behind > 0 && behind < most_figures && line.substr(behind, 2) == "  ")
    return first_number(line);
  const std::size_t last = line.find_last_not_of("0123456789");
  if (last == std::string_view::npos || last < 2 || last + most_figures < line.size() ||
      last + 1 == line.size() || line.substr(last - 1, 2) != "  ")
    return 0;
  return first_number(line.substr(last + 1));
}

}  // namespace

void find_counted_heads(std::vector<PageLine>& lines) {
  std::map<std::string, Numbers> by_shape;
  bool text = false;  // what stands above all text is the document's own head
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if (line.text.empty() || line.furniture != 0) continue;
    if (const auto number = line.length <= longest_head ? edge_number(line.text) : 0;
        number > 0 && text) {
      Numbers& pages = by_shape[without_numbers(line.text)];
      pages.lines.push_back(i);
      pages.numbers.push_back(number);
    }
    text = true;
  }
  for (const auto& [shape, pages] : by_shape) {
    if (pages.lines.size() < fewest_marks || !counts_on(pages)) continue;
    for (const std::size_t i : pages.lines) {
      lines[i].furniture = Furniture::head;
      lines[i].counted = true;
    }
  }
}

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
    if (!is_between_dashes(shape) && (!found || !counts_on(pages))) continue;
    for (const std::size_t i : pages.lines) lines[i].counted = true;
  }
}

void drop_raised_marks(std::vector<PageLine>& lines) {
  std::vector<std::size_t> chain;
  std::size_t interrupting = 0;
  std::uint32_t last = 0;
  const PageLine* before = nullptr;
  const auto take = [&] {
    if (chain.size() >= fewest_marks && interrupting * 2 >= chain.size())
      for (const std::size_t i : chain) lines[i].dropped = true;
    chain.clear();
    interrupting = 0;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if (!line.is_text() || line.note) continue;
    const bool number = line.text.size() < most_figures &&
                        line.text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!number) {
      before = &line;
      continue;
    }
    if (const auto value = first_number(line.text); value != last + 1 || chain.empty()) take();
    last = first_number(line.text);
    chain.push_back(i);
    interrupting +=
        before != nullptr && before->text.size() >= full_line && !ends_sentence(before->text);
  }
  take();
}

}  // namespace attache
