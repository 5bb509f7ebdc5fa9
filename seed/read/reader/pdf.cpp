// SPDX-License-Identifier: MIT
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "seed/read/date.h"
#include "seed/read/authors.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/pdf_drawn_fonts.h"
#include "seed/read/reader/pdf_layout.h"
#include "seed/read/reader/pdf_marks.h"
#include "seed/read/reader/pdf_stamps.h"
#include "seed/read/reader/pdf_title.h"
#include "seed/read/title.h"
#include "seed/text/counted.h"

namespace attache::reader {
namespace {

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

/// poppler tells of damage on standard error, word by word; what matters comes back as an error of
/// ours.
void be_silent(const std::string&, void*) {}

std::unique_ptr<poppler::document> open_document(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw FormatError("too large for a PDF");
  poppler::set_debug_error_function(be_silent, nullptr);
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) throw FormatError("damaged: not a whole PDF");
  if (document->is_locked()) throw FormatError("is encrypted: save it without a password");
  if (document->pages() == 0) throw FormatError("damaged: a PDF without pages");
  return document;
}

constexpr std::size_t directions = 4;

/// The direction of writing of most words.
std::size_t main_direction(const std::array<PdfPage, directions>& pages) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < directions; ++i)
    if (pages[i].words.size() > pages[best].words.size()) best = i;
  return best;
}

/// The place of a word on the page turned so that it stands upright. poppler counts quarter turns
/// clockwise.
poppler::rectf upright(const poppler::rectf& place, std::size_t turns, double width,
                       double height) {
  switch (turns) {
    case 1: return {place.top(), width - place.right(), place.height(), place.width()};
    case 2: return {width - place.right(), height - place.bottom(), place.width(), place.height()};
    case 3: return {height - place.bottom(), place.left(), place.height(), place.width()};
    default: return place;
  }
}

bool is_bold(const std::string& font) {
  for (const char* name : {"Bold", "bold", "Black", "Heavy", "CMBX", "BoldMT", "Semibold"})
    if (font.find(name) != std::string::npos) return true;
  return false;
}

/// A word as it stands on the page, its letters as poppler hands them over.
PdfWord word_of(const poppler::text_box& box) {
  const poppler::rectf place = box.bbox();
  PdfWord word{utf8(box.text()), place.left(), place.top(), place.right(), place.bottom()};
  const std::string font = box.has_font_info() ? box.get_font_name() : "?";
  word.size = box.has_font_info() ? box.get_font_size() : place.height();
  if (!(word.size > 0.5)) word.size = std::max(0.5, place.height());
  word.bold = is_bold(font);
  word.drawn = is_drawn(word, !font.empty());
  return word;
}

/// Whether a word's place is one that can be reckoned with; a hostile file gives any.
bool is_placed(const PdfWord& word) {
  for (const double value : {word.left, word.top, word.right, word.bottom, word.size})
    if (!(std::abs(value) < 1e5)) return false;
  return true;
}

/// A page's words as they stand on it, with the quarter turns of each.
struct PageWords {
  std::size_t number = 0;  ///< from 0
  double width = 0, height = 0;
  std::vector<PdfWord> words;
  std::vector<std::size_t> turns;
};

PageWords words_on(const poppler::page& page, std::size_t number) {
  const poppler::rectf rect = page.page_rect();
  const bool turned = page.orientation() == poppler::page::landscape ||
                      page.orientation() == poppler::page::seascape;
  PageWords result{number, turned ? rect.height() : rect.width(),
                   turned ? rect.width() : rect.height(), {}, {}};
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    result.words.push_back(word_of(box));
    result.turns.push_back(static_cast<std::size_t>(box.rotation()) % directions);
    if (!is_placed(result.words.back())) result.words.back() = {};
  }
  return result;
}

/// What the words of a document share.
struct Document {
  DrawnFonts fonts;
  UnknownLetters unknown;
  PdfStamps stamps;
};

/// Takes the stamp out of a page's words.
std::vector<bool> stamped(const std::vector<PdfWord>& words, PdfStamps& stamps) {
  std::vector<bool> result = are_stamps(words);
  std::vector<PdfWord> stamp;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (result[i]) stamp.push_back(words[i]);
  stamps.add(stamp);
  return result;
}

/// A page's words, those of most first; what is set across them is a page of its own.
void read_page(PageWords page, std::vector<PdfPage>& result, Document& document) {
  std::array<PdfPage, directions> pages;
  for (std::size_t turns = 0; turns < directions; ++turns) {
    const bool aside = turns % 2 != 0;
    pages[turns] = {page.number, aside ? page.height : page.width,
                    aside ? page.width : page.height, false, {}};
  }
  std::vector<double> boxes;  // the sizes that the words came with
  for (PdfWord& word : page.words) {
    boxes.push_back(word.size);
    if (word.drawn) document.fonts.settle(word);
    document.unknown.count(word, page.number + 1);
    word.text = plain(folded(word.text));
  }
  const std::vector<bool> is_stamp = stamped(page.words, document.stamps);
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    PdfWord& word = page.words[i];
    if (is_stamp[i] || word.text.empty()) continue;
    const std::size_t turns = page.turns[i];
    const poppler::rectf place =
        upright({word.left, word.top, word.width(), word.height()}, turns, page.width, page.height);
    word.left = place.left(), word.right = place.right();
    word.top = place.top(), word.bottom = place.bottom();
    if (word.drawn) place_drawn(word, boxes[i]);
    pages[turns].words.push_back(std::move(word));
  }
  const std::size_t most = main_direction(pages);
  for (std::size_t turns = 0; turns < directions; ++turns) {
    pages[turns].across = turns != most;
    if (turns == most || !pages[turns].words.empty()) result.push_back(std::move(pages[turns]));
  }
}

Metadata metadata_of(const poppler::document& document, const std::string& largest) {
  Metadata metadata;
  metadata.title = folded(utf8(document.info_key("Title")));
  if (title_of(metadata.title).empty()) metadata.title.clear();
  metadata.heading = largest;
  add_authors(metadata, utf8(document.info_key("Author")));
  metadata.created = iso_date(utf8(document.info_key("CreationDate")));
  return metadata;
}

/// "3, 7-9": numbers in order as people write them.
std::string ranges_of(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (!text.empty()) text += ", ";
    text += std::to_string(numbers[i]);
    if (last > i) text += '-' + std::to_string(numbers[last]);
    i = last + 1;
  }
  return text;
}

/// Pages on which no word was found, counted from 1: blank ones, and images of text.
std::vector<std::size_t> wordless(const std::vector<PdfPage>& pages) {
  std::vector<std::size_t> numbers;
  for (const PdfPage& page : pages)
    if (!page.across && page.words.empty()) numbers.push_back(page.number + 1);
  return numbers;
}

}  // namespace

Extracted read_pdf(std::string_view bytes) {
  const std::unique_ptr<poppler::document> file = open_document(bytes);
  Document document;
  std::vector<PageWords> words;
  for (int number = 0; number < file->pages(); ++number) {
    const std::unique_ptr<poppler::page> page(file->create_page(number));
    if (page) words.push_back(words_on(*page, static_cast<std::size_t>(number)));
  }
  for (const PageWords& page : words)
    for (std::size_t i = 0; i < page.words.size(); ++i)
      if (page.turns[i] == 0) document.fonts.learn(page.words[i]);
  std::vector<PdfPage> pages;
  for (PageWords& page : words) read_page(std::move(page), pages, document);
  const std::vector<std::size_t> empty = wordless(pages);
  PdfText laid_out = lay_out(std::move(pages));
  laid_out.text += document.stamps.text();
  if (laid_out.text.empty())
    throw FormatError("no text in its " +
                      counted(static_cast<std::uint64_t>(file->pages()), "page") +
                      ": a scan needs OCR first");
  Extracted result{std::move(laid_out.text), metadata_of(*file, laid_out.largest)};
  if (!empty.empty()) {
    result.remarks.push_back((empty.size() > 1 ? "no text on pages " : "no text on page ") +
                             ranges_of(empty) + ": blank, or an image that needs OCR");
  }
  if (const std::vector<std::size_t> on = document.unknown.pages(); !on.empty()) {
    result.remarks.push_back(
        counted(static_cast<std::uint64_t>(document.unknown.letters()), "character") +
        (on.size() > 1 ? " on pages " : " on page ") + ranges_of(on) +
        " can't be told from the file's fonts: words lack letters there");
  }
  return result;
}

}  // namespace attache::reader
