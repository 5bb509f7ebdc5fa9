// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "cli/session.h"

namespace attache {

/// A bar of `share` (0 to 1) of `width` columns: blocks to an eighth of a column, or # where
/// `ascii` says so. What is above 0 has at least the smallest mark.
std::string bar(double share, std::size_t width, bool ascii);

/// Whether only ASCII is to be written: TERM is dumb, or the locale (LC_ALL, LC_CTYPE or LANG, the
/// first that is set) is not one of UTF-8.
bool ascii_only(const Environment& environment);

}  // namespace attache
