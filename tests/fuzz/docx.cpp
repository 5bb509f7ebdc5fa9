// SPDX-License-Identifier: MIT
// The DOCX reader behind attache-reader: inputs that begin as a ZIP archive are read as they are,
// others are the main part inside a sound one.
#include "seed/read/reader/extracted.h"
#include "tests/fuzz/target.h"
#include "tests/read/archive_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  const std::string bytes(fuzz::bytes_of(data, size));
  try {
    reader::read_docx(bytes.rfind("PK", 0) == 0
                          ? bytes
                          : archive_of("zip", "store", {{"word/document.xml", bytes}}),
                      {});
  } catch (const std::exception&) {
    // attache-reader hands the words over as the document's error.
  }
  return 0;
}
