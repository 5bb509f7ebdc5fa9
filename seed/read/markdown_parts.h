// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace attache {

/// A table has so many columns that it is read as lines, for every row would get all of them.
bool has_wide_table(std::string_view markdown);

/// Bytes of the part that `markdown` begins with and md4c is given at once: up to the line at which
/// a paragraph grows too long, or all.
std::size_t length_of_part(std::string_view markdown);

}  // namespace attache
