// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace attache {

/// An address that can't be taken apart. The words hold nothing of what may be a password.
class AddressError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where a published knowledge base lies:
/// postgresql://USER:PASSWORD@HOST:PORT/DATABASE?OPTIONS#SCHEMA, as libpq has it, and behind # the
/// schema.
struct ServerAddress {
  std::string uri;                      ///< for libpq: without password and schema
  std::optional<std::string> password;  ///< decoded; nothing where the address has none
  std::string schema;                   ///< empty where the address names none
  std::string shown;                    ///< for people: neither user, password nor options
};

/// The schema that is meant where none is named.
inline constexpr std::string_view default_server_schema = "attache";

/// Whether it is an address, not a path: it begins with postgresql:// or postgres://.
bool is_server_address(std::string_view text);

/// Throws AddressError where it is not one, or something in it is not encoded as it must be.
ServerAddress parse_server_address(std::string_view text);

/// The address as it may be shown to everybody: never a password, however it was written.
std::string shown_address(std::string_view text);

/// Writes x over each character of a password that an argument of a command line (ADDRESS or
/// --db=ADDRESS) holds, so that the list of processes does not show it.
void hide_password(std::span<char> argument);

/// What a knowledge base is called in a line: the name of its file, or of the database that it is
/// published in.
std::string base_name(const std::filesystem::path& file);

/// A schema's name as it stands behind # in an address.
std::string encoded_schema(std::string_view name);

}  // namespace attache
