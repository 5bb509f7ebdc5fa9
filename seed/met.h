// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <unordered_map>

namespace attache {

/// What a run has met so far: documents by what they are known by, and with what. As hashes, for
/// there may be millions.
class Met {
 public:
  /// Whether `identity` came earlier in the run with another content; else it has come now.
  bool contradicts(const std::string& identity, const std::string& content) {
    const std::size_t hash = hash_(content);
    const auto [place, fresh] = met_.emplace(hash_(identity), hash);
    return !fresh && place->second != hash;
  }

 private:
  std::hash<std::string> hash_;
  std::unordered_map<std::size_t, std::size_t> met_;
};

}  // namespace attache
