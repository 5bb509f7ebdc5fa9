// SPDX-License-Identifier: MIT
#include "tests/fault/arguments.h"

#include <algorithm>
#include <cstdlib>

namespace fault {

std::string Arguments::text(const std::string& option, const std::string& otherwise) const {
  const auto at = values.find(option);
  return at == values.end() ? otherwise : at->second;
}

std::uint64_t Arguments::number(const std::string& option, std::uint64_t otherwise) const {
  const auto at = values.find(option);
  return at == values.end() ? otherwise : std::strtoull(at->second.c_str(), nullptr, 10);
}

std::optional<Arguments> parse(int count, char** words, const std::vector<std::string>& known) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    if (word.rfind("--", 0) != 0) {
      arguments.binary = word;
      continue;
    }
    const bool option = std::find(known.begin(), known.end(), word) != known.end();
    if (!option || ++i == count) return std::nullopt;
    arguments.values[word] = words[i];
  }
  if (arguments.binary.empty()) return std::nullopt;
  return arguments;
}

}  // namespace fault
