// SPDX-License-Identifier: MIT
#include "seed/read/title.h"

#include <algorithm>
#include <cctype>

#include "seed/read/date.h"
#include "seed/read/entity.h"
#include "seed/read/word_list.h"

namespace attache {
namespace {

/// A heading is shorter, in bytes, and stands on no more lines.
constexpr std::size_t longest_heading = 240;
constexpr std::size_t most_heading_lines = 4;

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

bool is_name_byte(char byte) {
  return is_letter(byte) || is_digit(byte) || byte == ':' || byte == '-' || byte == '_' ||
         byte == '.';
}

/// Length of the tag at the beginning of `text`, or 0.
std::size_t tag_length(std::string_view text) {
  std::size_t at =
      text.starts_with("</") || text.starts_with("<!") || text.starts_with("<?") ? 2 : 1;
  if (at >= text.size() || !is_letter(text[at])) return 0;
  while (at < text.size() && is_name_byte(text[at])) ++at;
  if (at >= text.size() || (text[at] != '>' && text[at] != ' ' && text[at] != '/')) return 0;
  const std::size_t end = text.find_first_of("<>", at);
  return end == std::string_view::npos || text[end] == '<' ? 0 : end + 1;
}

std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t tag = text[at] == '<' ? tag_length(text.substr(at)) : 0;
    if (tag == 0) out += text[at];
    at += std::max<std::size_t>(tag, 1);
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
  const WordList& phrases = word_list(kind);
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    const bool ends = text.size() == phrase.size() || !is_letter(phrase.back()) ||
                      (text.size() > phrase.size() && !is_letter(text[phrase.size()]));
    return text.starts_with(phrase) && ends;
  });
}

bool has_file_ending(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text[dot - 1] == ' ') return false;
  return word_list("ending").contains(text.substr(dot + 1));
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

/// A folder on a disk stands before it.
bool has_drive(std::string_view title) {
  return title.size() > 2 && is_letter(title[0]) && title.substr(1, 2) == ":\\";
}

/// What programs write where nobody wrote a title; a number may follow.
bool is_stand_in(const std::string& title) {
  const std::string low = lower(title);
  const std::string_view bare =
      std::string_view(low).substr(0, low.find_last_not_of(" -_.()#0123456789") + 1);
  return word_list("whole").contains(low) || word_list("whole").contains(bare) ||
         begins_with_any(low, "begin") || has_file_ending(low) || has_drive(title) ||
         is_file_stem(title);
}

bool has_words(std::string_view title) {
  return std::count_if(title.begin(), title.end(), is_letter) >= 2;
}

/// A sentence ends inside the words or at their end.
bool is_sentence(std::string_view words) {
  if (std::string_view(".,;:?!").find(words.back()) != std::string_view::npos) return true;
  for (std::size_t at = words.find(". "); at != std::string_view::npos;
       at = words.find(". ", at + 1)) {
    const std::size_t blank = words.rfind(' ', at);
    const std::size_t word = blank == std::string_view::npos ? 0 : blank + 1;
    // A longer word before the stop is no abbreviation, and no number of a chapter; nor is a plain
    // word with a capital behind it.
    const bool plain = is_lower(words[word]) && at + 2 < words.size() && !is_lower(words[at + 2]) &&
                       is_letter(words[at + 2]);
    if (at - word > 4 || plain) return true;
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

/// Without lines that only rule the heading off ("=====").
std::string without_rules(std::string_view paragraph) {
  std::string out;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
    const std::string_view line = paragraph.substr(at, end - at);
    const bool words = std::any_of(line.begin(), line.end(),
                                   [](char byte) { return is_letter(byte) || is_digit(byte); });
    if (words) (out += line) += '\n';
    at = end + 1;
  }
  return out;
}

bool is_list(std::string_view paragraph) {
  return paragraph.starts_with("- ") || paragraph.starts_with("* ") ||
         paragraph.starts_with("\u2022");
}

/// "New York, 7 March 2007": a place of few words, and a date.
bool is_dateline(std::string_view words) {
  const std::size_t comma = words.find(',');
  const std::string_view place = words.substr(0, std::min(comma, words.size()));
  return comma != std::string_view::npos && std::count(place.begin(), place.end(), ' ') < 3 &&
         !iso_date(words.substr(comma + 1)).empty();
}

}  // namespace

std::string without_markup(std::string_view title) { return folded_space(without_tags(title)); }

std::string title_of(std::string_view candidate) {
  std::string title = folded_space(without_entities(without_tags(candidate)));
  if (!has_words(title) || is_stand_in(title)) return {};
  return title;
}

std::string heading_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string_view paragraph = first_paragraph(text);
  if (paragraph.empty() || paragraph.size() > longest_heading || is_list(paragraph)) return {};
  std::string title = title_of(without_rules(paragraph));
  if (title.empty() || title.find(' ') == std::string::npos || is_sentence(title) ||
      is_dateline(title))
    return {};
  if (is_lower(title.front())) return {};
  const std::string low = lower(title);
  return begins_with_any(low, "banner") || begins_with_any(low, "greeting") ? "" : title;
}

}  // namespace attache
