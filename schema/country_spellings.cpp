// SPDX-License-Identifier: MIT
#include "schema/country_spellings.h"

#include <sstream>

#include "schema/loose_text.h"

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

}  // namespace

std::string country_called(std::string_view name) {
  const std::string wanted = wanted_text(std::string(name));
  std::istringstream lines{std::string(embedded_country_names().front().bytes)};
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    const Named country = named_in(line);
    if (country.kind != "short" && country.kind != "former") continue;
    if (wanted_text(country.name) != wanted || country.code == found) continue;
    if (!found.empty()) return {};
    found = country.code;
  }
  return found;
}

}  // namespace attache
