// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

/// What the fuzz targets share. A target is one `LLVMFuzzerTestOneInput`; libFuzzer drives it, or
/// replay.cpp, which runs the kept inputs once.
namespace attache::fuzz {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};  // NOLINT: the fuzzer's interface has bytes
}

/// Ends the process where a property does not hold, so that the fuzzer keeps the input.
inline void require(bool holds, const char* property) {
  if (holds) return;
  std::cerr << "property does not hold: " << property << '\n';
  std::abort();
}

}  // namespace attache::fuzz
