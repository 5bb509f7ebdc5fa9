// SPDX-License-Identifier: MIT
#include "cli/exchange/brat_names.h"

#include <algorithm>
#include <array>

#include "cli/output/json.h"

namespace attache {
namespace {

/// Columns that hold words of the document.
constexpr std::array<std::string_view, 3> free_text{"name", "acronym", "office"};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

std::string plain(const std::string& value) {
  std::string name;
  for (const char c : value) {
    if (is_plain(c)) name += c;
    else if (!name.empty() && name.back() != '_') name += '_';
  }
  return name.empty() ? "x" : name;
}

}  // namespace

BratNames::BratNames(const KnowledgeBase& base) {
  for (const ColumnChoices& one : column_choices(base)) {
    if (!carries(one.column)) continue;
    const std::string column(one.column);
    if (columns_.count(column) == 0) order_.push_back(column);
    Names& names = columns_[column];
    names.kinds.emplace_back(kind_of_table(one.table)->label);
    names.boolean = one.boolean;
    for (const std::string& value : one.values) name(column, value);
  }
  order_.emplace_back("confidence");
  for (const AnnotationKind& kind : annotation_kinds())
    columns_["confidence"].kinds.emplace_back(kind.label);
}

bool BratNames::carries(std::string_view column) {
  return std::find(free_text.begin(), free_text.end(), column) == free_text.end();
}

std::string BratNames::name(const std::string& column, const std::string& value) {
  Names& names = columns_[column];
  const auto known = names.names.find(value);
  if (known != names.names.end()) return known->second;
  const std::string wanted = plain(value);
  std::string free = wanted;
  for (int number = 2; names.values.count(free) != 0; ++number)
    free = wanted + "_" + std::to_string(number);
  names.values[free] = value;
  return names.names[value] = free;
}

std::string BratNames::configuration() const {
  std::string text = "[entities]\n";
  for (const AnnotationKind& kind : annotation_kinds()) (text += kind.label) += '\n';
  text += "\n[relations]\n\n[events]\n\n[attributes]\n";
  for (const std::string& column : order_) {
    const Names& names = columns_.at(column);
    if (names.values.empty() && !names.boolean) continue;
    text += column + "\tArg:";
    for (const std::string& kind : names.kinds) text += (text.back() == ':' ? "" : "|") + kind;
    if (!names.boolean) {
      text += ", Value:";
      for (const auto& [name, value] : names.values) text += (text.back() == ':' ? "" : "|") + name;
    }
    text += '\n';
  }
  return text;
}

std::string BratNames::others() const {
  std::string all;
  for (const std::string& column : order_) {
    std::string names;
    for (const auto& [name, value] : columns_.at(column).values)
      if (name != value)
        names += (names.empty() ? "" : ",") + json_string(name) + ":" + json_string(value);
    if (!names.empty()) all += (all.empty() ? "" : ",") + json_string(column) + ":{" + names + "}";
  }
  return "{" + all + "}";
}

}  // namespace attache
