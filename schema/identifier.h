// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// The name of a table, view or column as SQL takes it, whatever it is made of.
inline std::string identifier(std::string_view name) {
  std::string quoted = "\"";
  for (const char byte : name) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted + '"';
}

}  // namespace attache
