// SPDX-License-Identifier: MIT
#include "system/messages.h"

#include <sys/socket.h>

#include <charconv>
#include <cstring>

#include "system/retried.h"

namespace attache {
namespace {

/// No message is longer: more than a text that a knowledge base takes.
constexpr std::uint32_t longest = 0x7fff0000;

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent =
        retried([&] { return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL); });
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t count) {
  while (count > 0) {
    const auto got = retried([&] { return ::recv(socket, bytes, count, 0); });
    if (got <= 0) return false;
    bytes += got;
    count -= static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

MessageFields& MessageFields::add(MessageField field) {
  const std::int32_t size = field ? static_cast<std::int32_t>(field->size()) : -1;
  char length[sizeof size];
  std::memcpy(length, &size, sizeof size);
  bytes_.append(length, sizeof length);
  if (field) bytes_.append(*field);
  return *this;
}

MessageFields& MessageFields::add_number(std::int64_t number) {
  return add(std::to_string(number));
}

bool FieldReader::next(MessageField& field) {
  std::int32_t size = 0;
  if (rest_.size() < sizeof size) return false;
  std::memcpy(&size, rest_.data(), sizeof size);
  rest_.remove_prefix(sizeof size);
  if (size < 0) {
    field.reset();
    return true;
  }
  if (rest_.size() < static_cast<std::size_t>(size)) return false;
  field = rest_.substr(0, static_cast<std::size_t>(size));
  rest_.remove_prefix(static_cast<std::size_t>(size));
  return true;
}

std::string FieldReader::text() {
  MessageField field;
  return next(field) && field ? std::string(*field) : std::string();
}

std::int64_t FieldReader::number() {
  const std::string digits = text();
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool send_message(int socket, std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  char length[sizeof size];
  std::memcpy(length, &size, sizeof size);
  return bytes.size() <= longest && send_all(socket, {length, sizeof length}) &&
         send_all(socket, bytes);
}

bool receive_message(int socket, std::string& bytes) {
  std::uint32_t size = 0;
  char length[sizeof size];
  if (!receive_all(socket, length, sizeof length)) return false;
  std::memcpy(&size, length, sizeof size);
  if (size > longest) return false;
  bytes.resize(size);
  return receive_all(socket, bytes.data(), size);
}

}  // namespace attache
