// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fault {

/// What a program of the campaign was called with: options with a value each, and the program to
/// try.
struct Arguments {
  std::map<std::string, std::string> values;  ///< by the option's name, with its dashes
  std::filesystem::path binary;

  /// The value of an option; `otherwise` where it was not given.
  std::string text(const std::string& option, const std::string& otherwise = "") const;
  std::uint64_t number(const std::string& option, std::uint64_t otherwise) const;
};

/// Nothing where an option is not among `known` or has no value, or no program is named.
std::optional<Arguments> parse(int count, char** words, const std::vector<std::string>& known);

}  // namespace fault
