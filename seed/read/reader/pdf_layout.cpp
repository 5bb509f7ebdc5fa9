// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_layout.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>
#include <unordered_set>

#include "seed/read/reader/pdf_lines.h"

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

bool is_letter(char byte) {
  return std::isalpha(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
}
bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Whether a line ends where a sentence may: full stop and its kin, with closing quotes and
/// brackets after it.
bool ends_sentence(std::string_view text) {
  for (const std::string_view closing : {"\""sv, ")"sv, "\u201D"sv, "\u2019"sv, "]"sv})
    if (ends_with(text, closing)) text.remove_suffix(closing.size());
  return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

/// A bullet, "3.", "(a)", "(iv)" and the like at the beginning.
bool begins_item(std::string_view text) {
  for (const std::string_view bullet :
       {"\u2022"sv, "\u25CF"sv, "\u25AA"sv, "\u2023"sv, "- "sv, "\u2013 "sv, "\uF0B7"sv})
    if (text.substr(0, bullet.size()) == bullet) return true;
  const bool bracket = !text.empty() && text[0] == '(';
  if (bracket) text.remove_prefix(1);
  const std::size_t end = text.find_first_not_of("0123456789ivxabcdefgh");
  if (end == std::string_view::npos || end == 0 || end > 4) return false;
  const bool number = std::isdigit(static_cast<unsigned char>(text[0])) != 0;
  return text[end] == ')' ||
         (number && text[end] == '.' && end + 1 < text.size() && text[end + 1] == ' ');
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The usual distance from one line to the next, and the usual size of type.
struct Rhythm {
  double leading = 0, height = 0;
};

Rhythm rhythm_of(const std::vector<PdfLine>& lines) {
  std::vector<double> leadings, heights;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    heights.push_back(lines[i].height());
    const double step =
        i > 0 && lines[i].page == lines[i - 1].page ? lines[i].top - lines[i - 1].top : 0;
    if (step > 0 && step < 4 * lines[i].height()) leadings.push_back(step);
  }
  return {median(leadings), median(heights)};
}

bool begins_paragraph(const PdfLine& before, const PdfLine& line, const Rhythm& rhythm) {
  if (begins_item(line.text)) return true;
  const double step = line.top - before.top;
  if (line.page != before.page || step < 0)  // the next page or column goes on with the sentence
    return ends_sentence(before.text) || !is_letter(line.text[0]) ||
           std::abs(line.height() - before.height()) > 0.2 * rhythm.height;
  if (step > 1.3 * rhythm.leading) return true;
  if (std::abs(line.height() - before.height()) > 0.2 * rhythm.height) return true;
  const bool indented = line.left > before.left + 0.7 * rhythm.height;
  const bool short_line = before.right < line.right - 6 * rhythm.height;
  return ends_sentence(before.text) && !is_lower(line.text[0]) && (indented || short_line);
}

/// Words that are written with a hyphen within a line somewhere, in lower case: the document's own
/// usage.
using Usage = std::unordered_set<std::string>;

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& byte : result)
    byte = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  return result;
}

Usage hyphenated_words(const std::vector<PdfLine>& lines) {
  Usage usage;
  for (const PdfLine& line : lines) {
    for (std::size_t at = line.text.find('-'); at != std::string::npos;
         at = line.text.find('-', at + 1)) {
      std::size_t begin = at, end = at + 1;
      while (begin > 0 && is_letter(line.text[begin - 1])) --begin;
      while (end < line.text.size() && is_letter(line.text[end])) ++end;
      if (begin < at && end > at + 1)
        usage.insert(lower_case(std::string_view(line.text).substr(begin, end - begin)));
    }
  }
  return usage;
}

/// First parts of English compounds that keep their hyphen wherever they stand.
bool keeps_hyphen(std::string_view first) {
  constexpr std::array parts = {"self"sv,  "non"sv,  "co"sv,    "anti"sv,     "post"sv,
                                "ex"sv,    "vice"sv, "cross"sv, "well"sv,     "long"sv,
                                "short"sv, "high"sv, "low"sv,   "full"sv,     "half"sv,
                                "semi"sv,  "pro"sv,  "all"sv,   "decision"sv, "peace"sv};
  return std::find(parts.begin(), parts.end(), first) != parts.end();
}

std::size_t word_begin(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return begin;
}

/// Appends the next line, joining a word that was broken at the end of the last one.
void join(std::string& text, const std::string& next, const Usage& usage) {
  const bool soft = ends_with(text, "\u00AD");
  const bool hyphen = ends_with(text, "-") || ends_with(text, "\u2010");
  const std::size_t mark = soft ? 2 : ends_with(text, "-") ? 1 : 3;
  const std::size_t before = hyphen || soft ? text.size() - mark : 0;
  if ((!hyphen && !soft) || before == 0 || !is_letter(text[before - 1])) {
    text += ' ' + next;
    return;
  }
  const std::string_view stem = std::string_view(text).substr(0, before);
  const std::string first = lower_case(stem.substr(word_begin(stem)));
  std::size_t end = 0;
  while (end < next.size() && is_letter(next[end])) ++end;
  const std::string whole = first + "-" + lower_case(std::string_view(next).substr(0, end));
  const bool keep = !soft && (!is_lower(next[0]) || keeps_hyphen(first) || usage.count(whole) > 0);
  if (!keep) text.resize(before);
  text += next;
}

}  // namespace

std::string lay_out(const std::vector<PdfPage>& pages) {
  const std::vector<PdfLine> lines = body_lines(pages);
  const Rhythm rhythm = rhythm_of(lines);
  const Usage usage = hyphenated_words(lines);
  std::string text, paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && begins_paragraph(lines[i - 1], lines[i], rhythm)) {
      text += paragraph + "\n\n";
      paragraph.clear();
    }
    if (paragraph.empty()) paragraph = lines[i].text;
    else join(paragraph, lines[i].text, usage);
  }
  return paragraph.empty() ? text : text + paragraph + "\n";
}

}  // namespace attache::reader
