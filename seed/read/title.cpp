// SPDX-License-Identifier: MIT
#include "seed/read/title.h"

#include <algorithm>
#include <vector>

#include "seed/read/entity.h"
#include "seed/read/title_lines.h"
#include "seed/read/treaty_title.h"
#include "seed/read/word_list.h"
#include "seed/read/work_name.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

using ascii::is_digit;
using ascii::is_letter;
using ascii::is_lower;
using ascii::lower_case;

/// A heading is shorter, in bytes, and stands on no more lines.
constexpr std::size_t longest_heading = 240;
constexpr std::size_t most_heading_lines = 4;
/// But a title that is set over lines which only join its parts ("BETWEEN") may have more.
constexpr std::size_t most_set_lines = 12;
/// Such a one, or one whose paper's name stands apart, may be longer.
constexpr std::size_t longest_title = 400;
/// Fields of a memorandum's head, a line each.
constexpr std::size_t most_head_lines = 12;
/// Paragraphs that are looked at: banners, work names and datelines may stand before a heading.
constexpr int most_paragraphs = 6;

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

/// Where a part begins below a title: "III", "PREAMBLE", "Article 1".
bool opens_part(std::string_view line) {
  const bool numeral = line.find_first_not_of("0123456789IVXLC.- ") == std::string_view::npos;
  return numeral || begins_with_any(lower_case(line), "section");
}

/// Some words that stood above: the parties of a treaty are listed anew.
bool repeats(const std::string& line, std::string_view above) {
  return std::count(line.begin(), line.end(), ' ') > 1 &&
         single_spaced(above).find(line) != std::string::npos;
}

/// "FREE TRADE AGREEMENT / BETWEEN / THE EFTA STATES / AND / GEORGIA": the lines of a title that is
/// set over many, up to a blank one, a part's heading or the first line that is set otherwise.
std::string_view set_title(std::string_view text) {
  bool joined = false, capitals = true;
  std::size_t at = 0;
  for (std::size_t lines = 0; lines < most_set_lines && at < text.size(); ++lines) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = single_spaced(text.substr(at, end - at));
    const bool small = std::any_of(line.begin(), line.end(), is_lower);
    if (line.empty() || opens_part(line) || (lines > 1 && capitals && small) ||
        repeats(line, text.substr(0, at))) {
      const std::string_view title = text.substr(0, at == 0 ? 0 : at - 1);
      return joined && title.size() <= longest_heading ? title : std::string_view();
    }
    capitals = capitals && !small;
    joined = joined || is_joiner(line);
    at = end + 1;
  }
  return {};
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
  return set_title(text.substr(begin));
}

/// Where a page's line or a paragraph is cut inside a sentence: its last word asks for another, or
/// what follows begins small and is no heading's second part ("at the opening of the conference").
bool goes_on(std::string_view title, std::string_view rest) {
  if (word_list("unfinished").contains(words_of_line(title).back())) return true;
  const std::size_t begin = rest.find_first_not_of(" \t\r\n\f0123456789");
  if (begin == std::string_view::npos || !is_lower(rest[begin])) return false;
  const std::string_view next = first_paragraph(rest.substr(begin));
  return next.empty() || next.size() > longest_heading || is_sentence(single_spaced(next));
}

/// Somebody says it of himself.
bool is_spoken(std::string_view title) {
  const auto words = words_of_line(title);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word_list("spoken").contains(word); });
}

/// "2. Aims", "II. Aims", "PART I": the heading of a part, which is not the whole's.
bool heads_a_part(std::string_view title) {
  const std::size_t end = title.find(' ');
  const std::string_view first = title.substr(0, end);
  const bool number = first.size() > 1 && (first.back() == '.' || first.back() == ')') &&
                      first.find_first_not_of("0123456789IVX.)") == std::string_view::npos;
  if (number || end == std::string_view::npos) return number;
  const std::string_view second = title.substr(end + 1);
  const bool numbered =
      second.substr(0, second.find_first_of(" :.")).find_first_not_of("0123456789IVX") ==
      std::string_view::npos;
  return numbered && word_list("section").contains(lower_case(first));
}

/// Without the marks of strong words in texts that are not read as Markdown: "**Our Policy**".
std::string without_strong_marks(std::string text) {
  for (const std::string_view mark : {"**", "__"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  return text;
}

/// Without lines that only rule the heading off ("====="), or number the page.
std::string without_rules(std::string_view paragraph) {
  std::string out;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
    const std::string_view line = paragraph.substr(at, end - at);
    const bool words = std::any_of(line.begin(), line.end(), is_letter) ||
                       std::count_if(line.begin(), line.end(), is_digit) == 4;  // a year
    if (words) (out += line) += '\n';
    at = end + 1;
  }
  return out;
}

/// The value of a line such as "SUBJECT: Talks with the Minister", as letters, telegrams and notes
/// head their text; empty where none says so.
std::string titled_line(std::string_view paragraph) {
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
    const std::string line = single_spaced(paragraph.substr(at, end - at));
    const std::size_t colon = line.find(':');
    if (colon != std::string::npos &&
        word_list("field").contains(lower_case(line.substr(0, colon))))
      return title_of(line.substr(colon + 1));
    at = end + 1;
  }
  return {};
}

/// "AGREEMENT", and in the next paragraph "between the Kingdom of ... and ...": one title.
std::string in_two_parts(std::string_view paragraph, std::string_view rest) {
  const std::string name = single_spaced(paragraph);
  if (std::count(name.begin(), name.end(), ' ') > 3 || std::ranges::any_of(name, is_lower))
    return {};
  const auto whole = static_cast<std::size_t>(rest.data() + rest.size() - paragraph.data());
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
  const std::string next = single_spaced(rest.substr(0, rest.find("\n\n")));
  if (is_joiner(next)) return title_of(title_above_text({paragraph.data(), whole}));
  if (next.empty() || next.size() > longest_title || !is_lower(next.front()) || is_sentence(next) ||
      !word_list("joiner").contains(next.substr(0, next.find(' '))))
    return {};
  return title_of(name + ' ' + next);
}

/// Whose paper it is, or where it is said: a heading may stand below.
bool stands_above_heading(std::string_view words) {
  const std::string low = lower_case(words);
  return !begins_with_any(low, "greeting") &&
         (word_list("paper").contains(low) || is_room(words) || is_office(words) ||
          is_house(words) || names_author(words));
}

/// "Samsung Campus / Pyeongtaek, Republic of Korea" above the hour at which it was said there.
bool is_venue(std::string_view paragraph, std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size()));
  if (!is_clock(single_spaced(rest.substr(0, rest.find('\n'))))) return false;
  const std::string_view last = paragraph.substr(paragraph.rfind('\n') + 1);  // npos + 1 is 0
  return last.find(',') != std::string_view::npos &&
         !begins_with_any(lower_case(single_spaced(paragraph)), "said");
}

/// The lines up to the first blank one, as far as a paper's head goes.
std::string_view head_lines(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
  std::size_t end = 0;
  for (std::size_t lines = 0; lines < most_head_lines && end < text.size(); ++lines) {
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
    if (text.find_first_not_of(" \t\r", end) == text.find('\n', end)) break;
  }
  return text.substr(0, end);
}

/// "- 1 -" numbers a page and begins no list.
bool is_list(std::string_view paragraph) {
  const bool marked =
      paragraph.starts_with("- ") || paragraph.starts_with("* ") || paragraph.starts_with("\u2022");
  return marked && std::any_of(paragraph.begin(), paragraph.end(), is_letter);
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
/// 1972"), and those of the paper.
std::string without_datelines(std::string_view paragraph) {
  std::string out;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
    const std::string line = single_spaced(paragraph.substr(at, end - at));
    if (!is_dateline(line) && !is_stamp(line) && !is_symbol_line(line) && !is_sitting(line) &&
        !is_field(line) && !is_clock(line) && !is_reference(line))
      (out += out.empty() ? "" : "\n") += line;
    at = end + 1;
  }
  return out;
}

}  // namespace

std::string without_markup(std::string_view title) { return single_spaced(without_tags(title)); }

std::string title_of(std::string_view candidate) {
  std::string title = without_attributes(single_spaced(without_entities(without_tags(candidate))));
  if (!has_words(title) || is_stand_in(title)) return {};
  return title;
}

bool is_banner(std::string_view line) {
  const std::string words = single_spaced(line);
  return word_list("banner").contains(lower_case(words)) || is_stamp(words);
}

bool heads_nothing(std::string_view heading) {
  const std::string words = single_spaced(heading);
  const std::string low = lower_case(words);
  return title_of(words).empty() || begins_with_any(low, "banner") || is_stamp(words) ||
         is_letterhead(words) || stands_above_heading(words) || is_clock(words) ||
         is_dateline(words) || word_list("section").contains(low);
}

std::string heading_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = without_labels(text);
  std::string letterhead;  // the title where no other heading stands below it
  for (int paragraphs = 0; paragraphs < most_paragraphs; ++paragraphs) {
    const std::string_view paragraph = first_paragraph(text);
    if (std::string titled = titled_line(head_lines(text)); !titled.empty()) return titled;
    const bool row = is_row(paragraph);
    if (paragraph.empty() || (!row && paragraph.size() > longest_heading) || is_list(paragraph))
      break;
    const std::string words = single_spaced(paragraph);
    const std::string title =
        title_of(without_strong_marks(without_rules(without_datelines(paragraph))));
    const std::string low = lower_case(title);
    const std::string_view rest =
        text.substr(static_cast<std::size_t>(paragraph.data() - text.data()) + paragraph.size());
    const bool passed_over = is_stand_in(words) || is_dateline(words) || title.empty() || row ||
                             is_aside(words) || begins_with_any(low, "banner") ||
                             stands_above_heading(title) || is_venue(paragraph, rest);
    const bool one_line = paragraph.find('\n') == std::string_view::npos;
    const bool names_holder = are_office_holders(one_line ? title : paragraph) &&
                              !is_sentence(title) && !begins_with_any(low, "greeting");
    const bool heads_paper =
        !passed_over && letterhead.empty() && (is_letterhead(paragraph) || names_holder);
    if (heads_paper && one_line) letterhead = title;  // with ministry and seat it is none
    if (!passed_over && !heads_paper) {
      if (std::string whole = in_two_parts(paragraph, rest); !whole.empty()) return whole;
      const bool heads = title.find(' ') != std::string::npos && !is_sentence(title) &&
                         !is_lower(title.front()) && !begins_with_any(low, "greeting") &&
                         !heads_a_part(title) && !is_spoken(title) && !goes_on(title, rest);
      if (heads) return title;
      break;
    }
    text = rest;
  }
  return letterhead.empty() ? title_above_text(text) : letterhead;
}

}  // namespace attache
