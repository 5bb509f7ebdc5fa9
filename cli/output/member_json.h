// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cli/output/json.h"

namespace attache {

/// Appends a member of an object, null where the value is empty. `key` comes with its punctuation:
/// `{"name":` or `,"name":`.
inline void append_member(std::string& out, std::string_view key, std::string_view value) {
  out += key;
  if (value.empty()) out += "null";
  else append_json_string(out, value);
}

}  // namespace attache
