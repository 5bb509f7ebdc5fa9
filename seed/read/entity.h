// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// The characters of an HTML character reference ("&ocirc;", "&#8217;", "&#x2019;") in UTF-8; the
/// reference itself where HTML knows none of that name. `reference` is short: & to ; and all.
std::string decode_entity(std::string_view reference);

}  // namespace attache
