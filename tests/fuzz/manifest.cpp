// SPDX-License-Identifier: MIT
// Manifests, dates and name patterns as users write them.
#include "seed/read/manifest.h"

#include "seed/read/date.h"
#include "seed/read/name_pattern.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  if (size == 0) return 0;
  const std::string_view text = fuzz::bytes_of(data + 1, size - 1);
  try {
    if (data[0] % 3 == 0) Manifest::parse(text, "manifest.csv");
    if (data[0] % 3 == 1) NamePattern::parse(text).match("corpus/AZE_60_2005.txt");
    if (data[0] % 3 == 2) {
      const std::string date = iso_date(text);
      fuzz::require(date.empty() || is_iso_date(date), "a date that is read is one");
    }
  } catch (const ReadError&) {
    // Refused, in words.
  }
  return 0;
}
