// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace attache {

/// "document/table/key", where the key may have more of `/`.
struct ReferenceParts {
  std::string document, table, key;
};

/// The parts of a row's reference; nothing where it is none.
inline std::optional<ReferenceParts> reference_parts(const std::string& reference) {
  const auto first = reference.find('/');
  const auto second = first == std::string::npos ? first : reference.find('/', first + 1);
  if (second == std::string::npos) return std::nullopt;
  return ReferenceParts{reference.substr(0, first), reference.substr(first + 1, second - first - 1),
                        reference.substr(second + 1)};
}

}  // namespace attache
