// SPDX-License-Identifier: MIT
#include "cli/exchange/guid.h"

#include <nettle/sha1.h>

#include <array>
#include <cstdint>

namespace attache {
namespace {

/// The namespace of URLs, as RFC 4122 gives it in its appendix C.
constexpr std::array<std::uint8_t, 16> url_namespace{
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};

}  // namespace

std::string stable_guid(std::string_view name) {
  const std::string url = "attache:" + std::string(name);
  sha1_ctx state{};
  sha1_init(&state);
  sha1_update(&state, url_namespace.size(), url_namespace.data());
  sha1_update(&state, url.size(), reinterpret_cast<const std::uint8_t*>(url.data()));
  std::array<std::uint8_t, 16> bytes{};
  sha1_digest(&state, bytes.size(), bytes.data());
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x50);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string guid;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) guid += '-';
    guid += digits[bytes[i] >> 4U];
    guid += digits[bytes[i] & 0x0FU];
  }
  return guid;
}

}  // namespace attache
