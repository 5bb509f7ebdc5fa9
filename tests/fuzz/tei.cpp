// SPDX-License-Identifier: MIT
// The TEI reader behind attache-reader.
#include "seed/read/reader/charset.h"
#include "seed/read/reader/extracted.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  try {
    reader::read_tei(fuzz::bytes_of(data, size), {});
  } catch (const reader::CharsetNeeded&) {
    // attache starts a reader that has it.
  } catch (const std::exception&) {
    // attache-reader hands the words over as the document's error.
  }
  return 0;
}
