// SPDX-License-Identifier: MIT
#include "schema/digest.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

void update(sha256_ctx& state, std::string_view bytes) {
  sha256_update(&state, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string hexadecimal(sha256_ctx& state) {
  static constexpr char digits[] = "0123456789abcdef";
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&state, digest.size(), digest.data());
  std::string out;
  for (const std::uint8_t byte : digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace

void Digest::hand_on() {
  update(state_, {waiting_.data(), waits_});
  waits_ = 0;
}

void Digest::add(std::string_view bytes) {
  if (bytes.size() > waiting_.size() - waits_) hand_on();
  if (bytes.size() > waiting_.size()) return update(state_, bytes);
  std::copy(bytes.begin(), bytes.end(), waiting_.begin() + static_cast<std::ptrdiff_t>(waits_));
  waits_ += bytes.size();
}

Digest& Digest::number(std::int64_t value) {
  std::array<char, 8> bytes{};
  const auto bits = static_cast<std::uint64_t>(value);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(bits >> (8 * i));
  add({bytes.data(), bytes.size()});
  return *this;
}

Digest& Digest::text(std::string_view value) {
  number(static_cast<std::int64_t>(value.size()));
  add(value);
  return *this;
}

std::string Digest::done() {
  hand_on();
  return hexadecimal(state_);
}

std::string sha256_of(std::string_view bytes) {
  sha256_ctx state{};
  sha256_init(&state);
  update(state, bytes);
  return hexadecimal(state);
}

}  // namespace attache
