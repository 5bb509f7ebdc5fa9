// SPDX-License-Identifier: MIT
#include "seed/read/name_pattern.h"

#include <algorithm>
#include <array>
#include <set>

namespace attache {
namespace {

constexpr std::array<std::string_view, 6> known = {"country", "date",     "title",
                                                   "source",  "language", "slug"};

[[noreturn]] void refuse(std::string_view pattern, std::size_t at, const std::string& what) {
  throw ReadError("name pattern '" + std::string(pattern) + "', character " +
                  std::to_string(at + 1) + ": " + what);
}

void check_field(std::string_view pattern, std::size_t at, const std::string& field,
                 std::set<std::string>& used) {
  if (field.empty()) return;
  if (std::find(known.begin(), known.end(), field) == known.end())
    refuse(pattern, at,
           "no field '" + field + "': say country, date, title, source, language, slug or nothing");
  if (!used.insert(field).second) refuse(pattern, at, "'" + field + "' stands twice");
}

void set(NameFields& fields, const std::string& field, std::string_view value) {
  if (field == "country") fields.metadata.country = value;
  if (field == "date") fields.metadata.date = value;
  if (field == "title") fields.metadata.title = value;
  if (field == "source") fields.metadata.source = value;
  if (field == "language") fields.metadata.language = value;
  if (field == "slug") fields.slug = value;
}

std::string_view stem(std::string_view path) {
  path = path.substr(path.find_last_of("/!") + 1);  // npos + 1 is 0
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? path : path.substr(0, dot);
}

}  // namespace

NamePattern NamePattern::parse(std::string_view pattern) {
  NamePattern result;
  std::set<std::string> used;
  std::string literal;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const bool doubled = at + 1 < pattern.size() && pattern[at + 1] == pattern[at];
    if ((pattern[at] == '{' || pattern[at] == '}') && doubled) {
      literal += pattern[at++];
    } else if (pattern[at] == '}') {
      refuse(pattern, at, "'}' without '{' before it; '}}' stands for the character itself");
    } else if (pattern[at] != '{') {
      literal += pattern[at];
    } else {
      const std::size_t end = pattern.find('}', at);
      if (end == std::string_view::npos) refuse(pattern, at, "'{' without '}' after it");
      const std::string field(pattern.substr(at + 1, end - at - 1));
      check_field(pattern, at, field, used);
      if (literal.empty() && !result.parts_.empty())
        refuse(pattern, at, "two fields with nothing between them");
      if (!literal.empty()) result.parts_.push_back({false, literal});
      literal.clear();
      result.parts_.push_back({true, field});
      at = end;
    }
  }
  if (!literal.empty()) result.parts_.push_back({false, literal});
  if (used.empty()) refuse(pattern, 0, "no field in it: '{country}_{date}' has two");
  return result;
}

bool NamePattern::match_from(std::size_t part, std::string_view rest,
                             std::vector<std::string_view>& values) const {
  if (part == parts_.size()) return rest.empty();
  const Part& current = parts_[part];
  if (!current.is_field)
    return rest.substr(0, current.text.size()) == current.text &&
           match_from(part + 1, rest.substr(current.text.size()), values);
  for (std::size_t length = 1; length <= rest.size(); ++length) {
    values[part] = rest.substr(0, length);
    if (match_from(part + 1, rest.substr(length), values)) return true;
  }
  return false;
}

std::optional<NameFields> NamePattern::match(std::string_view path) const {
  std::vector<std::string_view> values(parts_.size());
  if (!match_from(0, stem(path), values)) return std::nullopt;
  NameFields fields;
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (parts_[i].is_field) set(fields, parts_[i].text, values[i]);
  return fields;
}

}  // namespace attache
