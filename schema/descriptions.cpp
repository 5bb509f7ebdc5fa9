// SPDX-License-Identifier: MIT
#include "schema/descriptions.h"

#include <algorithm>

namespace attache {
namespace {

/// What stands before the separator; both are taken off the text.
std::string_view taken(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view piece = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return piece;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) words.push_back(taken(text, ' '));
  return words;
}

Described described(std::string_view line) {
  Described one;
  one.table = taken(line, ',');
  one.column = taken(line, ',');
  one.label = taken(line, ',');
  one.type = taken(line, ',');
  one.values = words_of(taken(line, ','));
  one.refers = taken(line, ',');
  one.text = line.substr(1, line.size() - 2);  // its quotation marks
  return one;
}

std::vector<Described> read_descriptions() {
  std::string_view lines = embedded_descriptions().front().bytes;
  taken(lines, '\n');  // the header
  std::vector<Described> all;
  while (!lines.empty()) all.push_back(described(taken(lines, '\n')));
  return all;
}

std::string_view without_all(std::string_view view) {
  return view.ends_with("_all") ? view.substr(0, view.size() - 4) : view;
}

const Described* find(std::string_view table, std::string_view column) {
  const auto& all = descriptions();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Described& one) {
    return one.table == table && one.column == column;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<Described>& descriptions() {
  static const std::vector<Described> all = read_descriptions();
  return all;
}

const Described* description_of(std::string_view table) { return find(without_all(table), {}); }

const Described* description_of(std::string_view table, std::string_view column) {
  const std::string_view name = without_all(table);
  if (const Described* own = find(name, column)) return own;
  const Described* whole = description_of(name);
  // What every table says alike goes before what one that a view shows says of its own column.
  if (whole != nullptr && whole->type == "view")
    if (const Described* common = find("*", column); common != nullptr) return common;
  if (whole != nullptr && whole->type == "view")
    for (const std::string_view shown : words_of(whole->refers))
      if (const Described* one = find(shown, column)) return one;
  return find("*", column);
}

}  // namespace attache
