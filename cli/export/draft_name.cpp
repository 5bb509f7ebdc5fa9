// SPDX-License-Identifier: MIT
#include "cli/export/draft_name.h"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "cli/error.h"

namespace attache {
namespace {

constexpr std::string_view prefix = ".attache-export-";
constexpr std::string_view suffix = ".part";
constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t random_bytes = 16;

}  // namespace

std::string draft_name() {
  std::array<unsigned char, random_bytes> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw OutputError(std::string("no random name for a draft: ") + std::strerror(errno), errno);
  std::string name(prefix);
  for (const unsigned char byte : bytes) {
    name += digits[byte >> 4];
    name += digits[byte & 15U];
  }
  return name.append(suffix);
}

bool is_draft_name(std::string_view name) {
  if (name.size() != prefix.size() + 2 * random_bytes + suffix.size()) return false;
  if (!name.starts_with(prefix) || !name.ends_with(suffix)) return false;
  const std::string_view random = name.substr(prefix.size(), 2 * random_bytes);
  return random.find_first_not_of(digits) == std::string_view::npos;
}

}  // namespace attache
