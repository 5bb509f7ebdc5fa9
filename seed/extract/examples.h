// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "seed/extract/extract.h"

namespace attache {

/// What is wrong with an example.
enum class ExampleFault : std::uint8_t {
  silent,     ///< no pattern of the cue stands in it
  fruitless,  ///< what is marked in it gets no row by the cue, no role by the unit
  counter,    ///< the counter-example gets a row
};

/// An example of a user's cue or lexical unit that does not give what it says.
struct FailedExample {
  ExampleFault fault = ExampleFault::silent;
  std::string place;  ///< file and line
  std::string id;
  std::string text;  ///< as the file has it
};

struct ExampleRun {
  std::size_t examples = 0;  ///< that were run
  std::vector<FailedExample> failed;
};

/// Runs examples and counter-examples of the cues and units that a user laid over the built-in
/// ones.
ExampleRun run_examples(const Knowledge& knowledge);

}  // namespace attache
