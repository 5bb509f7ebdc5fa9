// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "seed/extract/examples.h"

namespace attache {

/// Runs the examples of the cues and units in a user's folder of rules, laid over the built-in
/// ones, and a lexicon of his where one is given. Throws DataError with file and line.
ExampleRun run_own_examples(const std::filesystem::path& lexicon,
                            const std::filesystem::path& rules);

}  // namespace attache
