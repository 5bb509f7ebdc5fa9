// SPDX-License-Identifier: MIT
#include "schema/value_lists.h"

#include <algorithm>

namespace attache {
namespace {

/// Commas that one value is thought to have at most, besides the whole text.
constexpr std::size_t longest_value = 8;

/// Where the pieces between commas begin, and one behind the last comma's place at the end.
std::vector<std::size_t> starts_of(const std::string& given) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = given.find(','); at != std::string::npos; at = given.find(',', at + 1))
    starts.push_back(at + 1);
  starts.push_back(given.size() + 1);
  return starts;
}

}  // namespace

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\n\r");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n\r") - first + 1);
}

std::vector<std::string> listed_values(const std::string& given,
                                       const std::function<bool(const std::string&)>& is_known) {
  const auto starts = starts_of(given);
  const std::size_t pieces = starts.size() - 1;
  if (pieces == 1 || is_known(given)) return {given};
  std::vector<std::string> values;
  for (std::size_t from = 0; from < pieces;) {
    std::size_t to = std::min(pieces, from + longest_value);
    const auto text = [&] {
      return trimmed(given.substr(starts[from], starts[to] - 1 - starts[from]));
    };
    while (to > from + 1 && !is_known(text())) --to;
    if (std::string value = text(); !value.empty()) values.push_back(std::move(value));
    from = to;
  }
  return values.empty() ? std::vector<std::string>{given} : values;
}

}  // namespace attache
