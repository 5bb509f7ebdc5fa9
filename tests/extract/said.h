// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tests/extract/engine.h"

namespace attache::test {

using Names = std::set<std::string>;
/// Name -> office.
using Offices = std::map<std::string, std::string>;

inline Offices offices(std::string_view text) {
  Offices found;
  for (const auto& row : rows_of(text).leaders) found[row.name] = row.office;
  return found;
}

inline Names names(std::string_view text) {
  Names found;
  for (const auto& [name, office] : offices(text)) found.insert(name);
  return found;
}

/// The office of the leader of that name.
inline std::string office(std::string_view text, std::string_view name) {
  const auto rows = rows_of(text);
  const auto* row = leader_row(rows, name);
  return row == nullptr ? "no such row" : row->office;
}

/// The role that the text gives its country, Kenya, or that it names, in the body.
inline std::string told(std::string_view text, std::string_view body) {
  return role(rows_of(text, {"KEN", "2005"}), body);
}

}  // namespace attache::test
