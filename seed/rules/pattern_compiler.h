// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/rules/pattern.h"

namespace attache {

/// Where a compiled pattern starts in its set's code, and which words must follow its first.
struct CompiledPattern {
  std::uint32_t start = 0;
  std::vector<std::vector<WordId>> required;
};

/// Compiles one pattern into the code of `set`; interns its words. Throws PatternError.
CompiledPattern compile_pattern(PatternSet& set, std::string_view pattern,
                                const PatternSet::Sets& sets, Vocabulary& vocabulary);

}  // namespace attache
