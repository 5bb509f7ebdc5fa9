// SPDX-License-Identifier: MIT
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "seed/read/date.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/reader/pdf_layout.h"

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

/// The rotation of most words; stamps and margins notes set across it are no running text.
int main_rotation(const std::vector<poppler::text_box>& boxes) {
  std::vector<std::size_t> counts(4);
  for (const poppler::text_box& box : boxes) ++counts[static_cast<std::size_t>(box.rotation()) % 4];
  std::size_t best = 0;
  for (std::size_t i = 1; i < 4; ++i)
    if (counts[i] > counts[best]) best = i;
  return static_cast<int>(best);
}

PdfPage read_page(const poppler::page& page) {
  PdfPage result;
  result.height = page.page_rect().height();
  const std::vector<poppler::text_box> boxes = page.text_list();
  const int rotation = main_rotation(boxes);
  for (const poppler::text_box& box : boxes) {
    if (box.rotation() % 4 != rotation) continue;
    const poppler::rectf place = box.bbox();
    result.words.push_back(
        {folded(utf8(box.text())), place.left(), place.top(), place.right(), place.bottom()});
  }
  return result;
}

Metadata metadata_of(const poppler::document& document) {
  Metadata metadata;
  metadata.title = folded(utf8(document.info_key("Title")));
  metadata.created = iso_date(utf8(document.info_key("CreationDate")));
  return metadata;
}

}  // namespace

Extracted read_pdf(std::string_view bytes) {
  const std::unique_ptr<poppler::document> document = open_document(bytes);
  std::vector<PdfPage> pages;
  for (int number = 0; number < document->pages(); ++number) {
    const std::unique_ptr<poppler::page> page(document->create_page(number));
    if (page) pages.push_back(read_page(*page));
  }
  Extracted result{lay_out(pages), metadata_of(*document)};
  if (result.text.empty())
    throw FormatError("no text in its " + std::to_string(document->pages()) +
                      " pages: a scan needs OCR first");
  return result;
}

}  // namespace attache::reader
