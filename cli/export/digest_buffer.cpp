// SPDX-License-Identifier: MIT
#include "cli/export/digest_buffer.h"

#include <array>

namespace attache {

std::string DigestBuffer::sha256() const {
  sha256_ctx state = state_;  // the digest of a copy, since more may come
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
  sha256_digest(&state, bytes.size(), bytes.data());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15U];
  }
  return text;
}

DigestBuffer::int_type DigestBuffer::overflow(int_type character) {
  if (traits_type::eq_int_type(character, traits_type::eof()))
    return traits_type::not_eof(character);
  const char byte = traits_type::to_char_type(character);
  return xsputn(&byte, 1) == 1 ? character : traits_type::eof();
}

std::streamsize DigestBuffer::xsputn(const char* bytes, std::streamsize size) {
  const std::streamsize done = to_.sputn(bytes, size);
  if (done <= 0) return done;
  sha256_update(&state_, static_cast<std::size_t>(done),
                reinterpret_cast<const std::uint8_t*>(bytes));
  size_ += static_cast<std::uint64_t>(done);
  return done;
}

}  // namespace attache
