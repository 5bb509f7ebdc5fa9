// SPDX-License-Identifier: MIT
// The EPUB reader behind attache-reader: inputs that begin as a ZIP archive are read as they are,
// others are a chapter inside a sound one.
#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"
#include "tests/fuzz/target.h"
#include "tests/read/archive_writer.h"

namespace {

std::string book_of(const std::string& chapter) {
  return attache::archive_of(
      "zip", "store",
      {{"META-INF/container.xml", "<c><rootfile full-path='b.opf'/></c>"},
       {"b.opf",
        "<p><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='a'/></spine></p>"},
       {"a.xhtml", chapter}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string bytes(fuzz::bytes_of(data, size));
  try {
    reader::read_epub(bytes.starts_with("PK") ? bytes : book_of(bytes), {});
  } catch (const reader::CharsetNeeded&) {
    // attache starts a reader that has it.
  } catch (const std::exception&) {
    // attache-reader hands the words over as the document's error.
  }
  return 0;
}
