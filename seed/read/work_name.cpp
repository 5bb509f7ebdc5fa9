// SPDX-License-Identifier: MIT
#include "seed/read/work_name.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace attache {
namespace {

using namespace std::string_view_literals;

/// Programs that write their own name before the file's.
constexpr std::array program_names = {"microsoft word - "sv, "microsoft powerpoint - "sv,
                                      "microsoft excel - "sv, "powerpoint presentation"sv};
/// What programs put where nobody wrote a title; a number may follow.
constexpr std::array empty_names = {"untitled"sv,      "untitled document"sv,
                                    "untitled page"sv, "document"sv,
                                    "new page"sv,      "new document"sv,
                                    "no title"sv,      "notitle"sv,
                                    "title"sv,         "index"sv,
                                    "home"sv,          "home page"sv,
                                    "homepage"sv,      "default"sv,
                                    "slide"sv,         "insert title here"sv,
                                    "page title"sv,    "layout"sv,
                                    "blank page"sv};
constexpr std::array endings = {".doc"sv, ".docx"sv, ".odt"sv,  ".rtf"sv,  ".pdf"sv,   ".indd"sv,
                                ".qxd"sv, ".p65"sv,  ".pmd"sv,  ".wpd"sv,  ".txt"sv,   ".tex"sv,
                                ".dvi"sv, ".ps"sv,   ".htm"sv,  ".html"sv, ".xhtml"sv, ".php"sv,
                                ".asp"sv, ".aspx"sv, ".jsp"sv,  ".ppt"sv,  ".pptx"sv,  ".fm"sv,
                                ".pub"sv, ".xls"sv,  ".xlsx"sv, ".md"sv,   ".dot"sv,   ".docm"sv};

std::string folded_case(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  std::string lower(text.substr(begin));
  lower.erase(lower.find_last_not_of(" \t\r\n") + 1);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char byte) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  });
  return lower;
}

bool is_name_byte(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == ':' || byte == '-' ||
         byte == '_' || byte == '.';
}

/// Length of the tag at the beginning of `text`, or 0.
std::size_t tag_length(std::string_view text) {
  std::size_t at = text.substr(0, 2) == "</" ? 2 : 1;
  if (at >= text.size() || std::isalpha(static_cast<unsigned char>(text[at])) == 0) return 0;
  while (at < text.size() && is_name_byte(text[at])) ++at;
  if (at >= text.size() || (text[at] != '>' && text[at] != ' ' && text[at] != '/')) return 0;
  const std::size_t end = text.find_first_of("<>", at);
  return end == std::string_view::npos || text[end] == '<' ? 0 : end + 1;
}

}  // namespace

bool is_work_name(std::string_view title) {
  std::string lower = folded_case(title);
  const auto begins = [&](std::string_view name) { return lower.rfind(name, 0) == 0; };
  if (std::any_of(program_names.begin(), program_names.end(), begins)) return true;
  const auto ends = [&](std::string_view end) {
    return lower.size() > end.size() &&
           lower.compare(lower.size() - end.size(), end.size(), end) == 0;
  };
  if (std::any_of(endings.begin(), endings.end(), ends)) return true;
  lower.erase(lower.find_last_not_of(" -_()0123456789") + 1);
  return lower.empty() ||
         std::find(empty_names.begin(), empty_names.end(), lower) != empty_names.end();
}

std::string without_markup(std::string_view title) {
  std::string text;
  const auto add = [&](char byte) {
    const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!blank) text += byte;
    else if (!text.empty() && text.back() != ' ') text += ' ';
  };
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t tag = title[at] == '<' ? tag_length(title.substr(at)) : 0;
    if (tag == 0) add(title[at]);
    at += std::max<std::size_t>(tag, 1);
  }
  if (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

}  // namespace attache
