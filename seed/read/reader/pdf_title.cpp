// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_title.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) {
  return std::isalpha(static_cast<unsigned char>(byte)) != 0 || (byte & 0x80) != 0;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& byte : result)
    byte = static_cast<char>(std::tolower(static_cast<unsigned char>(byte)));
  return result;
}

/// Ends like the name of a file: a full stop and an extension that programs give.
bool is_file_name(std::string_view lower) {
  constexpr std::array endings = {
      "doc"sv,  "docx"sv, "docm"sv, "dot"sv, "dotx"sv, "rtf"sv,   "odt"sv, "ott"sv,  "pdf"sv,
      "indd"sv, "indt"sv, "idml"sv, "qxd"sv, "qxp"sv,  "pm6"sv,   "p65"sv, "pmd"sv,  "fm"sv,
      "wpd"sv,  "wps"sv,  "tex"sv,  "dvi"sv, "ps"sv,   "eps"sv,   "ai"sv,  "cdr"sv,  "pub"sv,
      "ppt"sv,  "pptx"sv, "pps"sv,  "xls"sv, "xlsx"sv, "txt"sv,   "htm"sv, "html"sv, "xml"sv,
      "tif"sv,  "tiff"sv, "jpg"sv,  "png"sv, "psd"sv,  "pages"sv, "sxw"sv, "md"sv,   "tmp"sv};
  const std::size_t stop = lower.rfind('.');
  return stop != std::string_view::npos && stop > 0 &&
         std::find(endings.begin(), endings.end(), lower.substr(stop + 1)) != endings.end();
}

/// What programs call a document that nobody has named, with a number behind it or not.
bool is_placeholder(std::string_view lower) {
  constexpr std::array names = {"untitled"sv,
                                "unnamed"sv,
                                "layout"sv,
                                "document"sv,
                                "dokument"sv,
                                "title"sv,
                                "no title"sv,
                                "new document"sv,
                                "slide"sv,
                                "presentation"sv,
                                "powerpoint presentation"sv,
                                "blank page"sv,
                                "blank"sv,
                                "page"sv,
                                "scan"sv,
                                "scanned document"sv,
                                "print"sv,
                                "output"sv,
                                "draft"sv,
                                "final"sv,
                                "template"sv,
                                "cover"sv,
                                "test"sv,
                                "anonymous"sv,
                                "sans titre"sv,
                                "sin titulo"sv,
                                "ohne titel"sv,
                                "none"sv,
                                "null"sv,
                                "temp"sv,
                                "full page"sv,
                                "untitled document"sv,
                                "word document"sv,
                                "microsoft word document"sv,
                                "text"sv,
                                "book"sv};
  std::string bare;
  for (const char byte : lower)
    if (is_letter(byte) || (byte == ' ' && !bare.empty() && bare.back() != ' ')) bare += byte;
  while (!bare.empty() && bare.back() == ' ') bare.pop_back();
  return std::find(names.begin(), names.end(), bare) != names.end();
}

/// One word that holds digits or an underscore: N0548760, draft_v3.
bool is_code(std::string_view title) {
  if (title.find(' ') != std::string_view::npos) return false;
  return title.find('_') != std::string_view::npos ||
         std::any_of(title.begin(), title.end(), is_digit);
}

bool is_place(std::string_view lower) {
  for (const std::string_view begin : {"file:"sv, "http:"sv, "https:"sv, "about:"sv, "\\\\"sv})
    if (lower.starts_with(begin)) return true;
  return lower.size() > 2 && (lower.substr(1, 2) == ":\\" || lower[0] == '/');
}

bool is_programs_name(std::string_view lower) {
  for (const std::string_view begin :
       {"microsoft word - "sv, "microsoft powerpoint - "sv, "microsoft excel - "sv,
        "microsoft publisher - "sv, "wordperfect document"sv, "adobe photoshop"sv, "quarkxpress"sv})
    if (lower.starts_with(begin)) return true;
  return false;
}

}  // namespace

bool is_title(std::string_view title) {
  const auto letters = std::count_if(title.begin(), title.end(), is_letter);
  if (letters < 3 || title.find('<') != std::string_view::npos) return false;
  const std::string lower = lower_case(title);
  return !is_programs_name(lower) && !is_file_name(lower) && !is_placeholder(lower) &&
         !is_code(title) && !is_place(lower);
}

std::string largest_lines(const std::vector<PdfLine>& lines) {
  if (lines.empty()) return {};
  const std::size_t page = lines.front().page;
  const auto has_words = [](const PdfLine& line) {
    return std::count_if(line.text.begin(), line.text.end(), is_letter) >= 3;
  };
  double largest = 0;
  for (const PdfLine& line : lines)
    if (line.page == page && has_words(line)) largest = std::max(largest, line.size);
  if (largest < 1.1 * usual_size(lines)) return {};
  std::string title;
  double last = 0;
  for (const PdfLine& line : lines) {
    if (line.page != page) break;
    const bool large = line.size > 0.97 * largest && (has_words(line) || !title.empty());
    const bool apart = !title.empty() && line.baseline - last > 2.5 * line.size;
    if (!title.empty() && (!large || apart)) break;
    if (!large) continue;
    title += (title.empty() ? "" : " ") + line.text;
    last = line.baseline;
  }
  return title.size() <= 200 ? title : std::string();
}

}  // namespace attache::reader
