// SPDX-License-Identifier: MIT
#include "seed/read/utf8.h"

#include <utf8proc.h>

#include <array>
#include <cstring>

namespace attache {
namespace {

constexpr std::size_t block = 32;
constexpr std::uint64_t high_bits = 0x8080808080808080u;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

/// Whether 32 bytes are ASCII; four words at a time keep the loop above memory speed.
bool is_ascii_block(const char* at) {
  std::array<std::uint64_t, 4> words{};
  std::memcpy(words.data(), at, block);
  return ((words[0] | words[1] | words[2] | words[3]) & high_bits) == 0;
}

/// Length of the well-formed sequence at the beginning, or 0.
std::size_t sequence_length(std::string_view bytes) {
  utf8proc_int32_t code_point = 0;
  const auto size = static_cast<utf8proc_ssize_t>(bytes.size());
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()), size, &code_point);
  return length > 0 ? static_cast<std::size_t>(length) : 0;
}

struct ByteRange {
  unsigned char low, high;
};

/// What may follow a lead byte of a sequence of three or four.
ByteRange second_byte(unsigned char lead) {
  switch (lead) {
    case 0xE0: return {0xA0, 0xBF};
    case 0xED: return {0x80, 0x9F};
    case 0xF0: return {0x90, 0xBF};
    case 0xF4: return {0x80, 0x8F};
    default: return {0x80, 0xBF};
  }
}

}  // namespace

std::size_t ascii_length(std::string_view bytes) {
  std::size_t at = 0;
  while (at + block <= bytes.size() && is_ascii_block(bytes.data() + at)) at += block;
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
  return at;
}

std::size_t find_invalid_utf8(std::string_view bytes, std::size_t from) {
  std::size_t at = from;
  while (true) {
    at += ascii_length(bytes.substr(at));
    if (at == bytes.size()) return std::string_view::npos;
    const std::size_t length = sequence_length(bytes.substr(at));
    if (length == 0) return at;
    at += length;
  }
}

std::size_t invalid_length(std::string_view bytes) {
  const unsigned char lead = byte_at(bytes, 0);
  if (lead < 0xE0 || lead > 0xF4 || bytes.size() < 2) return 1;
  const ByteRange range = second_byte(lead);
  if (byte_at(bytes, 1) < range.low || byte_at(bytes, 1) > range.high) return 1;
  const bool third = lead >= 0xF0 && bytes.size() > 2 && (byte_at(bytes, 2) & 0xC0) == 0x80;
  return third ? 3 : 2;
}

std::size_t append_utf8(std::string& text, std::uint32_t code_point) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
  return static_cast<std::size_t>(length);
}

}  // namespace attache
