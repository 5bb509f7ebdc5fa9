// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace attache {

/// Spreads a number over all 64 bits (splitmix64). Of no use against those who choose what is
/// mixed.
constexpr std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

/// The same of bytes and their number, from a seed on (FNV-1a before it).
constexpr std::uint64_t mixed_bytes(std::uint64_t seed, std::string_view bytes) {
  std::uint64_t number = seed;
  for (const char c : bytes) number = (number ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return mixed(number ^ mixed(seed ^ bytes.size()));
}

}  // namespace attache
