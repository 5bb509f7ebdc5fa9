// SPDX-License-Identifier: MIT
#include "schema/word_spellings.h"

#include <algorithm>
#include <sstream>
#include <unordered_map>

#include "schema/fold.h"

namespace attache {
namespace {

constexpr std::size_t most = 16;

using Spelled = std::unordered_map<std::string, std::vector<std::string>>;

/// Each word with its other spellings: a variant's normal one, and the normal one's variants.
Spelled read_spellings() {
  std::istringstream lines{std::string(embedded_spellings().front().bytes)};
  Spelled others;
  std::string line;
  std::getline(lines, line);  // the columns' names
  while (std::getline(lines, line)) {
    const std::size_t comma = line.find(',');
    if (comma == std::string::npos) continue;
    const std::string variant = line.substr(0, comma), normal = line.substr(comma + 1);
    others[variant].push_back(normal);
    others[normal].push_back(variant);
  }
  return others;
}

const std::vector<std::string>& others_of(const std::string& word) {
  static const Spelled all = read_spellings();
  static const std::vector<std::string> none;
  const auto found = all.find(word);
  return found == all.end() ? none : found->second;
}

/// Every way to write the words from the first to the last; the given one first.
std::vector<std::string> ways_to_write(const std::string& folded) {
  std::vector<std::string> ways{""};
  std::istringstream words(folded);
  for (std::string word; words >> word;) {
    std::vector<std::string> longer;
    for (const std::string& way : ways) longer.push_back(way + (way.empty() ? "" : " ") + word);
    for (const std::string& other : others_of(word))
      for (const std::string& way : ways)
        if (longer.size() <= most) longer.push_back(way + (way.empty() ? "" : " ") + other);
    ways = std::move(longer);
  }
  return ways;
}

}  // namespace

std::vector<std::string> other_spellings(std::string_view name) {
  constexpr std::string_view article = "the ";
  const std::string folded = fold(name);
  std::vector<std::string> others;
  // Of one word a slip is told, not taken for the word: the list has common slips, too.
  if (folded.find(' ') == std::string::npos) return others;
  if (folded.starts_with(article) && folded.size() > article.size())
    others = ways_to_write(folded.substr(article.size()));
  auto ways = ways_to_write(folded);
  others.insert(others.end(), ways.begin() + 1, ways.end());
  if (others.size() > most) others.resize(most);
  return others;
}

}  // namespace attache
