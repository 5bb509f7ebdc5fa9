// SPDX-License-Identifier: MIT
#include "cli/refused_value.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <vector>

#include "schema/refusal.h"

namespace attache {
namespace {

/// "no shell", "--by takes no": an argument's name is a noun, an option's need not be one.
std::string told(const std::string& name) {
  if (name.starts_with("--")) return name + " takes no";
  std::string word = name;
  for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return "no " + word;
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
  return told(message.substr(0, colon)) + " '" + given + "'" + advice(given, values, values, help);
}

std::string plain_refusal(const std::string& message) {
  const auto between = [&](const std::string& first, const std::string& second,
                           const std::string& third) -> std::vector<std::string> {
    const std::size_t a = message.find(first);
    const std::size_t b = a == std::string::npos ? a : message.find(second, a + first.size());
    if (b == std::string::npos) return {};
    const std::size_t from = b + second.size();
    const std::size_t c = third.empty() ? message.size() : message.find(third, from);
    if (c == std::string::npos) return {};
    const std::size_t end = a + first.size();
    return {message.substr(0, a), message.substr(end, b - end), message.substr(from, c - from)};
  };
  if (const auto range = between(": Value ", " not in range ", ""); !range.empty())
    return range[0] + ": '" + range[1] + "' is not a number from " + range[2];
  if (const auto number = between("Could not convert: ", " = ", ""); !number.empty())
    return number[1] + ": '" + number[2] + "' is not a number";
  if (const auto missing = between(": 1 required ", " missing", ""); !missing.empty())
    return missing[0] + ": " + missing[1] + " is missing";
  if (const auto twice = between(": At Most 1 required but received ", "", ""); !twice.empty())
    return twice[0] + " is given " + twice[2] + " times; give it once";
  return message;
}

}  // namespace attache
