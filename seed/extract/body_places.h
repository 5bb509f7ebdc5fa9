// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/bodies.h"

namespace attache {

/// The words of a body's name are a part of a longer name there: an organ of one state ("National
/// Security Council", "Security Council of the Russian Federation"), a state ("Commonwealth of
/// Australia").
bool inside_longer_name(const Analysis& analysis, TokenRange range, std::uint32_t body);

/// A single acronym that stands in an address, a page number, a table or another code, not among
/// words.
bool inside_code(const Analysis& analysis, TokenRange range);

}  // namespace attache
