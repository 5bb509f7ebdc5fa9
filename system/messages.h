// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attache {

/// A text of a message, or nothing (SQL's NULL).
using MessageField = std::optional<std::string_view>;

/// The fields of one message between two programs of ours on one machine: each its length in bytes
/// (four, -1 for nothing) and its bytes.
class MessageFields {
 public:
  MessageFields& add(MessageField field);
  MessageFields& add_number(std::int64_t number);
  std::string_view bytes() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }
  void clear() { bytes_.clear(); }

 private:
  std::string bytes_;
};

/// Goes through the fields of a message, whose bytes must outlive it.
class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : rest_(bytes) {}
  /// False where there is none left, or what is left is none.
  bool next(MessageField& field);
  /// The next field as text; empty for nothing and where there is none.
  std::string text();
  std::int64_t number();

 private:
  std::string_view rest_;
};

/// Sends a message over a socket whose other end takes it. False where that end is gone.
bool send_message(int socket, std::string_view bytes);

/// Waits for the next message. False where the other end is gone, or sends what is no message.
bool receive_message(int socket, std::string& bytes);

}  // namespace attache
