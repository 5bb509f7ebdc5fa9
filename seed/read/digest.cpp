// SPDX-License-Identifier: MIT
#include "seed/read/digest.h"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace attache {

// Nettle uses the processor's instructions for SHA-256 where it has them, which makes hashing as
// fast as reading.
std::string sha256_hex(std::string_view bytes) {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_ctx state;
  sha256_init(&state);
  sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  sha256_digest(&state, digest.size(), digest.data());
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) (hex += digits[byte >> 4]) += digits[byte & 15];
  return hex;
}

}  // namespace attache
