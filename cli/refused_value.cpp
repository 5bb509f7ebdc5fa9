// SPDX-License-Identifier: MIT
#include "cli/refused_value.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <vector>

#include "schema/refusal.h"

namespace attache {
namespace {

/// "--format" and "SHELL" as words; --to and --from take formats.
std::string word_of(const std::string& option) {
  std::string word = option.substr(std::min(option.find_first_not_of('-'), option.size()));
  for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return word == "to" || word == "from" ? "format" : word;
}

}  // namespace

std::string refused_value(const std::string& message, const std::string& help) {
  const std::size_t colon = message.find(": ");
  const std::size_t list = message.rfind(" not in {");
  const std::size_t open = message.find('{', list == std::string::npos ? message.size() : list);
  if (colon == std::string::npos || open == std::string::npos || list < colon + 2 ||
      message.back() != '}')
    return {};
  const std::string given = message.substr(colon + 2, list - colon - 2);
  const std::vector<std::string> values =
      CLI::detail::split(message.substr(open + 1, message.size() - open - 2), ',');
  return "no " + word_of(message.substr(0, colon)) + " '" + given + "'" +
         advice(given, values, values, help);
}

}  // namespace attache
