// SPDX-License-Identifier: MIT
#include "seed/read/note_mark.h"

#include <algorithm>
#include <array>
#include <string>

#include "seed/text/ascii.h"

namespace attache {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_figures = 3;

bool blank(char c) { return c == ' ' || c == '\t'; }

/// "1United Nations": the note's first word, with a capital.
bool begins_word(std::string_view text) {
  if (text.starts_with("\u201C") || text.starts_with('"')) return true;
  return text.size() > 1 && ascii::is_upper(text[0]) && ascii::is_lower(text[1]);
}

NoteMark sign_of(std::string_view line) {
  constexpr std::array signs = {"***"sv,    "**"sv,     "*"sv,      "\u2020"sv,
                                "\u2021"sv, "\u00B9"sv, "\u00B2"sv, "\u00B3"sv};
  NoteMark mark;
  for (const auto sign : signs) {
    if (!line.starts_with(sign)) continue;
    const bool words = line.size() > sign.size() + 1 && !ascii::is_digit(line[sign.size()]);
    mark.bytes = words ? sign.size() : 0;
    break;
  }
  return mark;
}

}  // namespace

NoteMark note_mark_of(std::string_view line) {
  NoteMark mark = sign_of(line);
  if (mark.bytes > 0) return mark;
  const bool bracket = line.starts_with('[');
  std::size_t at = bracket ? 1 : 0;
  const std::size_t first = at;
  for (; at < line.size() && at < first + most_figures && ascii::is_digit(line[at]); ++at)
    mark.number = mark.number * 10 + static_cast<std::uint32_t>(line[at] - '0');
  if (at == first || mark.number == 0) return {};
  if (at < line.size()) {
    if (bracket != (line[at] == ']')) return {};
    mark.dotted = line[at] == '.' || line[at] == ')';
    if (bracket || mark.dotted || line[at] == '/') ++at;
  } else if (bracket) {
    return {};
  }
  mark.bytes = at;
  mark.alone = at == line.size();
  if (mark.alone) return mark;
  mark.glued = !bracket && !mark.dotted && begins_word(line.substr(at));
  if (mark.glued) return mark;
  const std::size_t word = std::min(line.find_first_not_of(" \t", at), line.size());
  const bool words = word < line.size() && !ascii::is_digit(line[word]);
  return blank(line[at]) && words ? mark : NoteMark{};
}

std::optional<Span> reference_to_note(std::string_view line, std::uint32_t number) {
  const std::string figures = std::to_string(number);
  for (std::size_t at = line.find(figures); at != std::string_view::npos;
       at = line.find(figures, at + 1)) {
    if (at == 0) continue;
    const std::size_t end = at + figures.size();
    const char before = line[at - 1];
    const bool quote = at > 2 && line.substr(at - 3, 3) == "\u201D";
    const bool glued =
        quote || ascii::is_letter(before) || ".,;:?!)\"["sv.find(before) != std::string_view::npos;
    const bool ends = end == line.size() || " \t],;.)"sv.find(line[end]) != std::string_view::npos;
    const bool decimal =
        (before == '.' || before == ',') && at > 1 && ascii::is_digit(line[at - 2]);
    if (!glued || !ends || decimal) continue;
    const bool bracket = before == '[' && end < line.size() && line[end] == ']';
    return Span{static_cast<std::uint32_t>(at - bracket),
                static_cast<std::uint32_t>(end + bracket)};
  }
  return std::nullopt;
}

}  // namespace attache
