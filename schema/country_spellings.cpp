// SPDX-License-Identifier: MIT
#include "schema/country_spellings.h"

#include <map>
#include <set>
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
    if (country.kind != "short" && country.kind != "former" && country.kind != "listed") continue;
    const auto [known, is_new] = codes.emplace(value_key(country.name), country.code);
    if (!is_new && known->second != country.code) known->second.clear();
  }
  return codes;
}

/// A name as short as a code, with marks that codes lack.
bool is_marked(std::string_view name) {
  constexpr std::size_t longest_code = 3;
  return value_key(name).size() <= longest_code &&
         name.find_first_of("./\\-_,;:'()") != std::string_view::npos;
}

/// The names in the file that are so, and codes that a state no longer has with its own.
struct Codes {
  std::set<std::string, std::less<>> marked;
  std::map<std::string, std::string, std::less<>> renamed;
};

const Codes& codes() {
  static const Codes read = [] {
    Codes all;
    std::istringstream lines{std::string(embedded_country_names().front().bytes)};
    for (std::string line; std::getline(lines, line);) {
      const Named country = named_in(line);
      if (is_marked(country.name)) all.marked.insert(country.name);
      if (country.kind == "code") all.renamed.emplace(country.name, country.code);
    }
    return all;
  }();
  return read;
}

}  // namespace

bool is_no_code(std::string_view name) {
  if (!is_marked(name)) return false;
  std::string capitals;
  for (const char byte : name) capitals += byte >= 'a' && byte <= 'z' ? byte - 'a' + 'A' : byte;
  return !codes().marked.contains(capitals);
}

std::vector<std::string> codes_of_same(std::string_view iso3) {
  const auto& renamed = codes().renamed;
  const auto known = renamed.find(iso3);
  const std::string today(known == renamed.end() ? iso3 : known->second);
  std::vector<std::string> same{today};
  for (const auto& [former, code] : renamed)
    if (code == today) same.push_back(former);
  return same;
}

std::string country_called(std::string_view name) {
  static const auto by_name = read_names();
  if (is_no_code(name)) return {};
  const auto found = by_name.find(value_key(name));
  return found == by_name.end() ? std::string() : found->second;
}

}  // namespace attache
