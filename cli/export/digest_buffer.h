// SPDX-License-Identifier: MIT
#pragma once

#include <nettle/sha2.h>

#include <cstdint>
#include <streambuf>
#include <string>

namespace attache {

/// A stream buffer that hands all on to another one, and knows how much and what it was.
class DigestBuffer : public std::streambuf {
 public:
  /// `to` must outlive it.
  explicit DigestBuffer(std::streambuf& to) : to_(to) { sha256_init(&state_); }

  std::uint64_t size() const { return size_; }
  /// SHA-256 of what was handed on, in lower-case hexadecimal.
  std::string sha256() const;

 protected:
  int_type overflow(int_type character) override;
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;

 private:
  std::streambuf& to_;
  sha256_ctx state_{};
  std::uint64_t size_ = 0;
};

}  // namespace attache
