// SPDX-License-Identifier: MIT
#include "schema/country_spellings.h"

#include <sstream>
#include <unordered_map>

#include "schema/value_key.h"

namespace attache {
namespace {

/// A line of the file; the name may stand between quotation marks.
struct Named {
  std::string code, name, kind;
};

Named named_in(const std::string& line) {
  const auto first = line.find(','), last = line.rfind(',');
  if (first == std::string::npos || first == last) return {};
  std::string name = line.substr(first + 1, last - first - 1);
  if (name.size() > 1 && name.front() == '"' && name.back() == '"')
    name = name.substr(1, name.size() - 2);
  return {line.substr(0, first), name, line.substr(last + 1)};
}

/// Codes by value_key() of the names; one that several countries have is empty.
std::unordered_map<std::string, std::string> read_names() {
  std::istringstream lines{std::string(embedded_country_names().front().bytes)};
  std::unordered_map<std::string, std::string> codes;
  for (std::string line; std::getline(lines, line);) {
    const Named country = named_in(line);
    if (country.kind != "short" && country.kind != "former") continue;
    const auto [known, is_new] = codes.emplace(value_key(country.name), country.code);
    if (!is_new && known->second != country.code) known->second.clear();
  }
  return codes;
}

}  // namespace

std::string country_called(std::string_view name) {
  static const auto codes = read_names();
  const auto found = codes.find(value_key(name));
  return found == codes.end() ? std::string() : found->second;
}

}  // namespace attache
