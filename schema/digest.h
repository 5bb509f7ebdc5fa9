// SPDX-License-Identifier: MIT
#pragma once

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

/// SHA-256 over a sequence of values. Each value is told with its length, so that no two sequences
/// are taken for one.
class Digest {
 public:
  Digest() { sha256_init(&state_); }

  Digest& text(std::string_view value);
  Digest& number(std::int64_t value);
  /// In lower-case hexadecimal; the digest begins anew.
  std::string done();

 private:
  void add(std::string_view bytes);
  void hand_on();

  sha256_ctx state_{};
  std::array<char, 1024> waiting_{};  ///< numbers come by the million, and each call has its price
  std::size_t waits_ = 0;
};

/// SHA-256 of `bytes`, in lower-case hexadecimal.
std::string sha256_of(std::string_view bytes);

}  // namespace attache
