// SPDX-License-Identifier: MIT
// The HTML reader behind attache-reader.
#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"
#include "seed/read/utf8.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  try {
    const auto document = reader::read_html(fuzz::bytes_of(data, size), {});
    fuzz::require(find_invalid_utf8(document.text) == std::string::npos, "the text is UTF-8");
  } catch (const reader::CharsetNeeded&) {
    // A process with that character set is started for it.
  } catch (const std::exception&) {
    // attache-reader hands the words over as the document's error.
  }
  return 0;
}
