// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_words.h"

#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using ascii::is_digit;
using ascii::is_lower;
using ascii::is_upper;

using namespace std::string_view_literals;

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

/// Words that end with a full stop and stand before a name or number.
bool is_abbreviation(std::string_view word) {
  if (word_list("stopped").contains(word)) return true;
  return word.size() == 2 && is_upper(word[0]);
}

}  // namespace

bool ends_sentence(std::string_view line) {
  bool closed = true;
  while (closed) {
    closed = false;
    for (const std::string_view closing : {"\""sv, ")"sv, "\u201D"sv, "\u2019"sv, "]"sv, "'"sv}) {
      if (!line.ends_with(closing)) continue;
      line.remove_suffix(closing.size());
      closed = true;
    }
  }
  if (line.empty() || std::string_view(".!?:;").find(line.back()) == std::string_view::npos)
    return false;
  return !is_abbreviation(last_word(line));
}

bool ends_item(std::string_view line) {
  const std::string_view last = last_word(line);
  if (last.size() < line.size() && word_list("runs on").contains(last))
    return line.substr(0, line.size() - last.size()).ends_with("; ");
  return line.ends_with(';') || line.ends_with(':');
}

bool ends_open(std::string_view line) {
  if (line.empty()) return false;
  if (line.back() == ',' || line.back() == '-') return true;
  const std::string_view last = last_word(line);
  return last.size() < line.size() && word_list("runs on").contains(last);
}

bool begins_small(std::string_view line) {
  if (line.empty()) return false;
  if (is_lower(line[0])) return true;
  // à to ÿ
  return line.size() > 1 && line[0] == '\xC3' && static_cast<unsigned char>(line[1]) >= 0xA0;
}

bool begins_with_bullet(std::string_view line) {
  for (const std::string_view bullet :
       {"\u2022"sv, "\u25CF"sv, "\u25AA"sv, "\u2023"sv, "\u25A0"sv, "\u25CB"sv, "\u2666"sv, "- "sv,
        "\u2013 "sv, "\u2014 "sv, "\uF0B7"sv, "\uF0A7"sv, "\uE4C6"sv, "\u27A2"sv, "\u2713"sv})
    if (line.starts_with(bullet)) return true;
  return false;
}

bool begins_with_dash(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("\u2013 ") || line.starts_with("\u2014 ");
}

bool begins_with_item(std::string_view line) {
  if (begins_with_bullet(line)) return true;
  if (!line.empty() && line[0] == '(') line.remove_prefix(1);
  std::size_t end = 0;
  const bool number = !line.empty() && is_digit(line[0]);
  while (end < line.size() && end < 6 &&
         (number ? is_digit(line[end]) || line[end] == '.'
                 : "ivxIVXabcdefghjklmABCDEFGHJKLM"sv.find(line[end]) != std::string_view::npos))
    ++end;
  if (end == 0 || end + 1 >= line.size()) return false;
  if (line[end] == ')') return end <= 4 && (line[end + 1] == ' ');
  if (number) return line[end] == ' ' && line[end - 1] == '.' && end <= 5 && !is_digit(line[3]);
  return line[end] == '.' && line[end + 1] == ' ' && end <= 4 && "ivxIVX"sv.find(line[0]) < 6 &&
         (end > 1 || is_upper(line[0]));
}

bool has_leaders(std::string_view line) {
  return line.find("....") != std::string_view::npos ||
         line.find(". . . .") != std::string_view::npos ||
         line.find("\u2026\u2026") != std::string_view::npos;
}

}  // namespace attache::reader
