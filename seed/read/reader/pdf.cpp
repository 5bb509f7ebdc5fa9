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
#include "seed/read/reader/authors.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/extracted.h"
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

PdfWord word_of(const poppler::text_box& box, const poppler::rectf& place) {
  PdfWord word{plain(folded(utf8(box.text()))), place.left(), place.top(), place.right(),
               place.bottom()};
  word.size = box.has_font_info() ? box.get_font_size() : place.height();
  if (!(word.size > 0.5)) word.size = std::max(0.5, place.height());
  word.bold = box.has_font_info() && is_bold(box.get_font_name());
  return word;
}

/// Whether a word's place is one that can be reckoned with; a hostile file gives any.
bool is_placed(const PdfWord& word) {
  for (const double value : {word.left, word.top, word.right, word.bottom, word.size})
    if (!(std::abs(value) < 1e5)) return false;
  return true;
}

/// Takes the stamp out of a page's words as they stand on the page.
std::vector<bool> stamped(const std::vector<poppler::text_box>& boxes, PdfStamps& stamps) {
  std::vector<PdfWord> words;
  for (const poppler::text_box& box : boxes) {
    words.push_back(word_of(box, box.bbox()));
    if (!is_placed(words.back())) words.back() = {};
  }
  std::vector<bool> result = are_stamps(words);
  std::vector<PdfWord> stamp;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (result[i]) stamp.push_back(std::move(words[i]));
  stamps.add(stamp);
  return result;
}

/// A page's words, those of most first; what is set across them is a page of its own.
void read_page(const poppler::page& page, std::size_t number, std::vector<PdfPage>& result,
               PdfStamps& stamps) {
  const poppler::rectf rect = page.page_rect();
  const bool turned = page.orientation() == poppler::page::landscape ||
                      page.orientation() == poppler::page::seascape;
  const double width = turned ? rect.height() : rect.width();
  const double height = turned ? rect.width() : rect.height();
  std::array<PdfPage, directions> pages;
  for (std::size_t turns = 0; turns < directions; ++turns) {
    const bool aside = turns % 2 != 0;
    pages[turns] = {number, aside ? height : width, aside ? width : height, false, {}};
  }
  const auto boxes = page.text_list(poppler::page::text_list_include_font);
  const std::vector<bool> is_stamp = stamped(boxes, stamps);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (is_stamp[i]) continue;
    const poppler::text_box& box = boxes[i];
    const std::size_t turns = static_cast<std::size_t>(box.rotation()) % directions;
    PdfWord word = word_of(box, upright(box.bbox(), turns, width, height));
    if (!word.text.empty() && is_placed(word)) pages[turns].words.push_back(std::move(word));
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
  if (title_of(metadata.title).empty()) metadata.title = largest;
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
  const std::unique_ptr<poppler::document> document = open_document(bytes);
  std::vector<PdfPage> pages;
  PdfStamps stamps;
  for (int number = 0; number < document->pages(); ++number) {
    const std::unique_ptr<poppler::page> page(document->create_page(number));
    if (page) read_page(*page, static_cast<std::size_t>(number), pages, stamps);
  }
  const std::vector<std::size_t> empty = wordless(pages);
  PdfText laid_out = lay_out(std::move(pages));
  laid_out.text += stamps.text();
  if (laid_out.text.empty())
    throw FormatError("no text in its " +
                      counted(static_cast<std::uint64_t>(document->pages()), "page") +
                      ": a scan needs OCR first");
  Extracted result{std::move(laid_out.text), metadata_of(*document, laid_out.largest)};
  if (!empty.empty()) {
    result.remarks.push_back((empty.size() > 1 ? "no text on pages " : "no text on page ") +
                             ranges_of(empty) + ": blank, or an image that needs OCR");
  }
  return result;
}

}  // namespace attache::reader
