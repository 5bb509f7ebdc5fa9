// SPDX-License-Identifier: MIT
#include "seed/read/title.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

#include "seed/read/date.h"
#include "seed/read/embedded.h"
#include "seed/read/entity.h"

namespace attache {
namespace {

/// A heading is shorter, in bytes, and stands on no more lines.
constexpr std::size_t longest_heading = 240;
constexpr std::size_t most_heading_lines = 4;
/// Paragraphs that are looked at: banners, work names and datelines may stand before a heading.
constexpr int most_paragraphs = 4;

bool is_letter(char byte) {
  return std::isalpha(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
}
bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_digit(char byte) { return std::isdigit(static_cast<unsigned char>(byte)) != 0; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char byte) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  });
  return out;
}

/// The phrases of title_words.csv, by kind.
using TitleWords = std::map<std::string, std::vector<std::string>, std::less<>>;

TitleWords read_title_words() {
  TitleWords out;
  for (const EmbeddedFile& file : embedded_title_words()) {
    std::string_view rest = file.bytes;
    rest.remove_prefix(std::min(rest.find('\n') + 1, rest.size()));  // the header
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      const std::size_t comma = std::min(line.find(','), line.size());
      if (comma < line.size())
        out[std::string(line.substr(0, comma))].emplace_back(line.substr(comma + 1));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

const std::vector<std::string>& title_words(std::string_view kind) {
  static const TitleWords words = read_title_words();
  static const std::vector<std::string> none;
  const auto found = words.find(kind);
  return found == words.end() ? none : found->second;
}

/// Without tags; what a tag that never closes would hold goes, too.
std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (text[at] != '<' || !(is_letter(next) || next == '/' || next == '!' || next == '?')) {
      out += text[at];
      continue;
    }
    at = std::min(text.find('>', at), text.size() - 1);
  }
  return out;
}

std::string without_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(0, at + 34).find(';', at) : at;
    if (text[at] != '&' || end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    out += decode_entity(text.substr(at, end + 1 - at));
    at = end + 1;
  }
  return out;
}

std::string folded_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_break = text.substr(at, 2) == "\xC2\xA0";
    if (no_break || (text[at] >= 0 && text[at] <= ' ')) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      if (no_break) ++at;
      continue;
    }
    out += text[at];
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool begins_with_any(std::string_view text, std::string_view kind) {
  const auto& phrases = title_words(kind);
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    const bool ends = text.size() == phrase.size() || !is_letter(phrase.back()) ||
                      (text.size() > phrase.size() && !is_letter(text[phrase.size()]));
    return text.starts_with(phrase) && ends;
  });
}

bool has_file_ending(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text[dot - 1] == ' ') return false;
  const auto& endings = title_words("ending");
  return std::find(endings.begin(), endings.end(), text.substr(dot + 1)) != endings.end();
}

/// One word as files are called and titles are not: "speech_final_v2", "N0425197", "25-10739".
bool is_file_stem(std::string_view title) {
  if (title.find(' ') != std::string_view::npos) return false;
  const bool lower_case =
      std::any_of(title.begin(), title.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool symbol = !lower_case && title.find('/') != std::string_view::npos;
  const bool digit = std::any_of(title.begin(), title.end(), is_digit);
  return !symbol && (digit || title.find_first_of("_\\/") != std::string_view::npos);
}

bool is_stand_in(const std::string& title) {
  const std::string low = lower(title);
  const auto& whole = title_words("whole");
  return std::find(whole.begin(), whole.end(), low) != whole.end() ||
         begins_with_any(low, "begin") || has_file_ending(low) || is_file_stem(title);
}

bool has_words(std::string_view title) {
  return std::count_if(title.begin(), title.end(), is_letter) >= 2;
}

bool all_small(std::string_view word) { return std::all_of(word.begin(), word.end(), is_lower); }

/// A sentence ends inside the words or at their end.
bool is_sentence(std::string_view words) {
  if (std::string_view(".,;:?!").find(words.back()) != std::string_view::npos) return true;
  for (std::size_t at = words.find(". "); at != std::string_view::npos;
       at = words.find(". ", at + 1)) {
    const std::size_t space = words.rfind(' ', at);
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    // A longer word before the stop is no abbreviation, and no number of a chapter; nor is a small
    // one that has a vowel, where a word with one capital follows ("so. That", but "vs. Spain").
    const std::string_view word = words.substr(begin, at - begin);
    const bool spoken = all_small(word) && word.find_first_of("aeiouy") != std::string_view::npos;
    const std::string_view next = words.substr(at + 2, 2);
    const bool capital = next.size() == 2 && next[0] >= 'A' && next[0] <= 'Z';
    if (word.size() > 4 || (spoken && capital && all_small(next.substr(1)))) return true;
  }
  return false;
}

std::string_view first_paragraph(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f");
  if (begin == std::string_view::npos) return {};
  std::size_t at = begin;
  for (std::size_t lines = 0; lines < most_heading_lines; ++lines) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) return {};  // nothing follows that it could head
    const std::size_t next = text.find_first_not_of(" \t\r", end + 1);
    if (next == std::string_view::npos) return {};
    if (text[next] == '\n') return text.substr(begin, end - begin);
    if (end - begin > longest_heading) return {};
    at = end + 1;
  }
  return {};
}

/// " le 3 mars 1998", " 31 June 2005": a day in other languages, or one that the calendar lacks.
bool looks_like_day(std::string_view words) {
  const auto spaces = std::count(words.begin(), words.end(), ' ');
  const std::size_t year = words.rfind(' ') + 1, day = words.find_first_of("0123456789");
  return spaces >= 3 && spaces <= 4 && words.size() - year == 4 && day + 1 < year &&
         std::all_of(words.begin() + static_cast<std::ptrdiff_t>(year), words.end(), is_digit) &&
         words.find(" of ") == std::string_view::npos;
}

/// "New York, 7 March 2007": a place of few words, and a date.
bool is_dateline(std::string_view words) {
  const std::size_t comma = words.find(',');
  const std::string_view place = words.substr(0, std::min(comma, words.size()));
  if (comma == std::string_view::npos || std::count(place.begin(), place.end(), ' ') >= 3)
    return false;
  const std::string_view day = words.substr(comma + 1);
  return !iso_date(day).empty() || looks_like_day(day);
}

/// Without what some dialects of Markdown write behind a heading: "{#aims .wide}", "{-}".
std::string without_attributes(std::string title) {
  const std::size_t open = title.rfind(" {");
  if (open == std::string::npos || title.back() != '}') return title;
  const char first = title[open + 2];
  if (first == '#' || first == '.' || first == '-') title.resize(open);
  return title;
}

/// A heading of several lines without those that say where and when ("Thursday, 14 September
/// 1972").
std::string without_datelines(std::string_view paragraph) {
  std::string out;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
    const std::string line = folded_space(paragraph.substr(at, end - at));
    if (!is_dateline(line)) (out += out.empty() ? "" : "\n") += line;
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string title_of(std::string_view candidate) {
  std::string title = without_attributes(folded_space(without_entities(without_tags(candidate))));
  if (!has_words(title) || is_stand_in(title)) return {};
  return title;
}

std::string heading_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (int paragraphs = 0; paragraphs < most_paragraphs; ++paragraphs) {
    const std::string_view paragraph = first_paragraph(text);
    if (paragraph.empty() || paragraph.size() > longest_heading) return {};
    const std::string words = folded_space(paragraph);
    const std::string title = title_of(without_datelines(paragraph));
    const std::string low = lower(title);
    const bool passed_over =
        is_stand_in(words) || is_dateline(words) || title.empty() || begins_with_any(low, "banner");
    if (!passed_over) {
      const bool heads = title.find(' ') != std::string::npos && !is_sentence(title) &&
                         !is_lower(title.front()) && !begins_with_any(low, "greeting");
      return heads ? title : "";
    }
    text.remove_prefix(static_cast<std::size_t>(paragraph.data() - text.data()) + paragraph.size());
  }
  return {};
}

}  // namespace attache
