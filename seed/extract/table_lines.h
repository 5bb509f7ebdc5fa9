// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// A line of a table of contents: dots lead from a heading to its page.
bool of_contents(const Analysis& analysis, std::uint32_t sentence);

}  // namespace attache
