// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/output/json.h"

namespace attache {

/// Appends an object of keys with a value, or with an array where a key comes several times.
/// `Entry` has `key` and `value`.
template <class Entry>
void append_metadata(std::string& out, const std::vector<Entry>& entries) {
  std::vector<std::pair<std::string_view, std::vector<std::string_view>>> by_key;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const Entry& entry : entries) {
    const auto [place, fresh] = places.emplace(entry.key, by_key.size());
    if (fresh) by_key.push_back({entry.key, {}});
    by_key[place->second].second.emplace_back(entry.value);
  }
  out += '{';
  for (std::size_t i = 0; i < by_key.size(); ++i) {
    const auto& [key, values] = by_key[i];
    out += (i > 0 ? "," : "") + json_string(key) + ':';
    if (values.size() > 1) out += '[';
    for (std::size_t v = 0; v < values.size(); ++v)
      out += (v > 0 ? "," : "") + json_string(values[v]);
    if (values.size() > 1) out += ']';
  }
  out += '}';
}

}  // namespace attache
