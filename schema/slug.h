// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace attache {

/// Longest slug in bytes; longer ones are cut at a hyphen.
inline constexpr std::size_t slug_limit = 60;

/// `text` as lower-case ASCII letters, digits and single hyphens, at most slug_limit long; "x"
/// where nothing is left.
std::string reference_slug(std::string_view text);

/// `wanted`, or the first of wanted-2, wanted-3, ... that is not in `taken`; adds what it gives to
/// `taken`.
std::string unique_slug(const std::string& wanted, std::set<std::string>& taken);

}  // namespace attache
