// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// The charset that a page's first <meta charset> or <meta http-equiv=content-type> names, or its
/// XML declaration, under the name by which iconv knows what browsers read it as (WHATWG's encoding
/// standard). Scripts, comments and titles say nothing. Empty where there is none.
std::string declared_charset(std::string_view bytes);

}  // namespace attache::reader
