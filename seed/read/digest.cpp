// SPDX-License-Identifier: MIT
#include "seed/read/digest.h"

#include <sys/types.h>

#include <sha256.h>

#include <array>
#include <cstdint>

namespace attache {

std::string sha256_hex(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), hex.data());
  return hex.data();
}

}  // namespace attache
