// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_lines.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace attache::reader {
namespace {

bool continues(const PdfLine& line, const PdfWord& word) {
  const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  const double smaller = std::min(line.height(), word.bottom - word.top);
  return overlap > 0.5 * smaller && word.left > line.right - 0.5 * smaller;
}

void append(PdfLine& line, const PdfWord& word) {
  const double gap = word.left - line.right;
  if (gap > 0.08 * line.height()) line.text += ' ';
  line.text += word.text;
  line.right = word.right;
  line.top = std::min(line.top, word.top);
  line.bottom = std::max(line.bottom, word.bottom);
}

std::vector<PdfLine> lines_of(const PdfPage& page, std::size_t number) {
  std::vector<PdfLine> lines;
  for (const PdfWord& word : page.words) {
    if (word.text.empty()) continue;
    if (!lines.empty() && continues(lines.back(), word)) append(lines.back(), word);
    else lines.push_back({word.text, word.left, word.top, word.right, word.bottom, number});
  }
  return lines;
}

bool is_marginal(const PdfLine& line, double page_height) {
  const double middle = (line.top + line.bottom) / 2;
  return middle < page_height / 8 || middle > page_height * 7 / 8;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// The line with each number as one #, so that "A/60/PV.12 page 3" is the same on every page.
std::string without_numbers(const std::string& text) {
  std::string key;
  for (const char byte : text)
    if (!is_digit(byte)) key += byte;
    else if (key.empty() || key.back() != '#') key += '#';
  return key;
}

bool is_roman(const std::string& word) {
  return !word.empty() && word.size() <= 7 && word.find_first_not_of("ivxlc") == std::string::npos;
}

/// 3, - 3 -, Page 3, 3/12, Page 3 of 12, iv.
bool is_page_number(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char byte : text) {
    const bool letter = std::isalnum(static_cast<unsigned char>(byte)) != 0;
    if (letter) words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
    else if ((byte & 0x80) == 0 && !words.back().empty()) words.emplace_back();
    else if ((byte & 0x80) != 0 && text.size() > 16) return false;
  }
  if (words.back().empty()) words.pop_back();
  bool number = false;
  for (const std::string& word : words) {
    const bool digits = std::all_of(word.begin(), word.end(), is_digit) && word.size() <= 4;
    if (!digits && !is_roman(word) && word != "page" && word != "of" && word != "p") return false;
    number = number || digits || is_roman(word);
  }
  return number && words.size() <= 4;
}

}  // namespace

std::vector<PdfLine> body_lines(const std::vector<PdfPage>& pages) {
  std::vector<PdfLine> all;
  std::map<std::string, std::set<std::size_t>>
      margins;  // line without numbers -> pages with it in their margin
  for (std::size_t number = 0; number < pages.size(); ++number) {
    for (PdfLine& line : lines_of(pages[number], number)) {
      if (is_marginal(line, pages[number].height))
        margins[without_numbers(line.text)].insert(number);
      all.push_back(std::move(line));
    }
  }
  const std::size_t often = std::max<std::size_t>(2, pages.size() / 4);
  const auto is_furniture = [&](const PdfLine& line) {
    if (!is_marginal(line, pages[line.page].height)) return false;
    return is_page_number(line.text) || margins[without_numbers(line.text)].size() >= often;
  };
  all.erase(std::remove_if(all.begin(), all.end(), is_furniture), all.end());
  return all;
}

}  // namespace attache::reader
