// SPDX-License-Identifier: MIT
// A user's own lexicon and rules files: whatever stands in them is read or refused with a line.
#include "seed/lexicon/csv_reader.h"
#include "seed/rules/toml_reader.h"
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  if (size == 0) return 0;
  const std::string_view text = fuzz::bytes_of(data + 1, size - 1);
  try {
    if (data[0] & 1) read_csv(text, "input.csv");
    else read_rule_file(text, "input.toml", static_cast<Table>((data[0] >> 1) % 4));
  } catch (const DataError&) {
    // Refused with file and line.
  }
  return 0;
}
