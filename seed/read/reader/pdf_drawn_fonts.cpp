// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_drawn_fonts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "seed/read/reader/font_symbols.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// poppler's box of a font that tells nothing: so many sizes above and below the base line.
constexpr double box_above = 0.95, box_below = 0.35;
/// About how high letters are, in sizes of their type; below as PdfWord::baseline has it.
constexpr double above_line = 0.72, below_line = 0.22;
/// poppler's size is right where it is so near to the one that the words' width shows.
constexpr double near = 0.2;

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20; }

/// The width of a letter in a Roman type of text, in sizes; 0 where it is not known.
double width_of(char letter) {
  using namespace std::string_view_literals;
  constexpr std::pair<std::string_view, double> widths[] = {{"ijl.,:;!'|"sv, 0.28},
                                                            {"rst()[]-fI"sv, 0.38},
                                                            {"cez"sv, 0.44},
                                                            {"0123456789agovxyJ"sv, 0.51},
                                                            {"bdhknpquS"sv, 0.55},
                                                            {"w"sv, 0.72},
                                                            {"ABCDEFGHKLNOPQRTUVXYZ"sv, 0.73},
                                                            {"m"sv, 0.83},
                                                            {"MW"sv, 0.96}};
  for (const auto& [letters, width] : widths)
    if (letters.find(letter) != std::string_view::npos) return width;
  return 0;
}

/// The width of a word in sizes of its type; 0 where a letter's is not known.
double width_of(std::string_view word) {
  double width = 0;
  for (const char letter : word) {
    const double one = width_of(letter);
    if (one == 0) return 0;
    width += one;
  }
  return width;
}

long key_of(double size) { return std::lround(size * 100); }

bool has_letters(std::string_view word) {
  return std::any_of(word.begin(), word.end(), ascii::is_letter);
}

std::string spelled(std::string_view word, std::string_view encoding) {
  if (word == "\x0F") return "\u2022";  // of the signs that TeX has beside either encoding
  std::string result;
  for (const char byte : word) {
    const bool ascii = static_cast<unsigned char>(byte) < 0x80;
    if (ascii) result += font_symbol(encoding, static_cast<unsigned char>(byte));
    else result += byte;
  }
  return result;
}

}  // namespace

bool is_drawn(const PdfWord& word, bool named) {
  return !named && word.size > 0 &&
         std::abs(word.height() / word.size - box_above - box_below) < 0.01;
}

void place_drawn(PdfWord& word, double box) {
  const double base = word.bottom - box_below * box;
  word.top = base - above_line * word.size;
  word.bottom = base + below_line * word.size;
}

void DrawnFonts::learn(const PdfWord& word) {
  if (!word.drawn) return;
  if (const double ems = width_of(word.text); ems > 0) {
    Width& width = widths_[key_of(word.size)];
    width.points += word.width();
    width.ems += ems;
  }
  if (!has_letters(word.text)) return;
  for (const char byte : word.text) {
    if (byte >= '\x0B' && byte <= '\x0F') ++ot1_;
    if (byte >= '\x1B' && byte <= '\x1F') ++t1_;
  }
}

double DrawnFonts::size_of(const PdfWord& word) const {
  const auto found = widths_.find(key_of(word.size));
  if (found == widths_.end()) return word.size;
  const double size = found->second.points / found->second.ems;
  return std::abs(size - word.size) < near * word.size ? word.size : size;
}

void DrawnFonts::settle(PdfWord& word) const {
  word.size = std::max(0.5, size_of(word));
  if (t1_ + ot1_ > 0) word.text = spelled(word.text, t1_ >= ot1_ ? "tex t1" : "tex ot1");
}

void UnknownLetters::count(const PdfWord& word, std::size_t page) {
  std::size_t unknown = 0, letters = 0;
  const std::string_view text = word.text;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80) ++letters;
    const bool c1 =
        text[i] == '\xC2' && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    const bool replaced = text.substr(i, 3) == "\uFFFD";
    const bool control = is_control(text[i]) && (text[i] < '\t' || text[i] > '\r');
    if (control || c1 || replaced) ++unknown;
  }
  if (unknown == 0 || letters < 2) return;
  letters_ += unknown;
  pages_.insert(page);
}

}  // namespace attache::reader
