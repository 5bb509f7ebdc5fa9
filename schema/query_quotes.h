// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// The query with straight double quotes in the place of those that text processors and other
/// languages write.
std::string with_plain_quotes(std::string_view query);

}  // namespace attache
