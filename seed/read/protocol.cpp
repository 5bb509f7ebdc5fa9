// SPDX-License-Identifier: MIT
#include "seed/read/protocol.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>

#include "seed/read/waiting.h"
#include "system/retried.h"

namespace attache {
namespace {

/// As write(2), but a lost reader is an error and not a signal where the descriptor is a socket.
ssize_t write_some(int descriptor, const char* bytes, std::size_t size, Waiting* waiting) {
  if (waiting != nullptr) waiting->to_write(descriptor);
  // A socket that takes something does not take all, and would be waited for without a limit.
  const int flags = MSG_NOSIGNAL | (waiting != nullptr ? MSG_DONTWAIT : 0);
  const ssize_t sent = send(descriptor, bytes, size, flags);
  return sent < 0 && errno == ENOTSOCK ? write(descriptor, bytes, size) : sent;
}

bool write_all(int descriptor, std::string_view bytes, Waiting* waiting) {
  while (!bytes.empty()) {
    const ssize_t written =
        retried([&] { return write_some(descriptor, bytes.data(), bytes.size(), waiting); });
    if (written < 0 && waiting != nullptr && errno == EAGAIN) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool read_all(int descriptor, char* into, std::size_t size, Waiting* waiting) {
  while (size > 0) {
    const ssize_t got = retried([&] {
      if (waiting != nullptr) waiting->to_read(descriptor);
      return read(descriptor, into, size);
    });
    if (got <= 0) return false;
    into += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

constexpr std::size_t header_size = 5;

}  // namespace

bool write_frame(int descriptor, FrameType type, std::string_view payload, Waiting* waiting) {
  const auto size = static_cast<std::uint32_t>(payload.size());
  const std::array<char, header_size> header = {
      static_cast<char>(type), static_cast<char>(size & 0xFF), static_cast<char>(size >> 8 & 0xFF),
      static_cast<char>(size >> 16 & 0xFF), static_cast<char>(size >> 24)};
  return write_all(descriptor, {header.data(), header.size()}, waiting) &&
         write_all(descriptor, payload, waiting);
}

bool read_frame(int descriptor, ReaderFrame& frame, std::uint64_t max_payload, Waiting* waiting) {
  std::array<char, header_size> header{};
  if (!read_all(descriptor, header.data(), header.size(), waiting)) return false;
  std::uint32_t size = 0;
  for (std::size_t i = header_size - 1; i > 0; --i)
    size = size << 8 | static_cast<unsigned char>(header[i]);
  if (size > max_payload) return false;
  frame.type = static_cast<FrameType>(header[0]);
  frame.payload.resize(size);
  return read_all(descriptor, frame.payload.data(), size, waiting);
}

}  // namespace attache
