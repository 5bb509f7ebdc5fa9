// SPDX-License-Identifier: MIT
#include "seed/read/toml_entries.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

namespace attache {
namespace {

using Entries = std::vector<MetadataEntry>;

std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  std::ostringstream out;
  node.visit([&](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value;
  });
  return out.str();
}

void add(const std::string& key, const toml::node& node, Entries& entries);

/// Tables hold their keys sorted; they are told as they were written.
void add_table(const std::string& path, const toml::table& table, Entries& entries) {
  std::vector<std::pair<std::string, const toml::node*>> keys;
  for (const auto& [key, node] : table) keys.emplace_back(std::string(key.str()), &node);
  std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
    return a.second->source().begin < b.second->source().begin;
  });
  for (const auto& [key, node] : keys) add(path.empty() ? key : path + '.' + key, *node, entries);
}

void add(const std::string& key, const toml::node& node, Entries& entries) {
  if (const auto* table = node.as_table()) return add_table(key, *table, entries);
  if (const auto* array = node.as_array()) {
    for (const toml::node& item : *array) add(key, item, entries);
    return;
  }
  if (std::string value = text_of(node); !value.empty()) entries.push_back({key, std::move(value)});
}

}  // namespace

std::optional<std::vector<MetadataEntry>> toml_entries(std::string_view toml) {
  try {
    Entries entries;
    add_table({}, toml::parse(toml), entries);
    return entries;
  } catch (const toml::parse_error&) {
    return std::nullopt;
  }
}

}  // namespace attache
