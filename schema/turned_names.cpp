// SPDX-License-Identifier: MIT
#include "schema/turned_names.h"

#include <algorithm>

namespace attache {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

constexpr std::string_view article = "the ";

bool begins_with_article(std::string_view name) {
  return name.size() > article.size() &&
         std::equal(article.begin(), article.end(), name.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

}  // namespace

std::vector<std::string> turned_names(std::string_view text) {
  std::vector<std::string> names;
  const auto add = [&](std::string_view last, std::string_view first) {
    if (!trimmed(last).empty() && !trimmed(first).empty())
      names.push_back(std::string(trimmed(first)) + " " + std::string(trimmed(last)));
  };
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) add(text.substr(0, comma), text.substr(comma + 1));
  const auto open = text.find('('), close = text.rfind(')');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close)
    add(text.substr(0, open), text.substr(open + 1, close - open - 1));
  names.emplace_back(text);
  std::vector<std::string> bare;
  for (const std::string& name : names)
    if (begins_with_article(name)) bare.push_back(name.substr(article.size()));
  names.pop_back();
  names.insert(names.end(), bare.begin(), bare.end());
  return names;
}

}  // namespace attache
