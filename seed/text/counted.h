// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

/// "1 field", "2 fields": for nouns whose plural ends in an s.
inline std::string counted(std::uint64_t number, std::string_view singular) {
  return std::to_string(number) + " " + std::string(singular) + (number == 1 ? "" : "s");
}

}  // namespace attache
