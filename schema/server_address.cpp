// SPDX-License-Identifier: MIT
#include "schema/server_address.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace attache {
namespace {

constexpr std::array<std::string_view, 2> schemes = {"postgresql://", "postgres://"};

/// The scheme that `text` begins with; empty where it is none.
std::string_view scheme_of(std::string_view text) {
  for (const std::string_view scheme : schemes)
    if (text.starts_with(scheme)) return scheme;
  return {};
}

/// An address, cut at its marks.
struct Parts {
  std::string_view user;  ///< with the password
  bool has_user = false;
  std::string_view place;  ///< host, port and database
  std::string_view options;
  std::string_view schema;
};

/// Where the options begin, or the end: at a question mark behind which a name and = stand. Others
/// may belong to a password that was not encoded.
std::size_t options_of(std::string_view rest) {
  for (std::size_t at = rest.find('?'); at != std::string_view::npos; at = rest.find('?', at + 1)) {
    const std::size_t end = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
    if (end != std::string_view::npos && end > at + 1 && rest[end] == '=') return at;
  }
  return rest.size();
}

/// A password may hold what should have been encoded: all up to the last @ is taken for the user,
/// so that nothing of it is taken for a host.
Parts cut(std::string_view text) {
  Parts parts;
  std::string_view rest = text.substr(scheme_of(text).size());
  const std::size_t options = options_of(rest);
  std::string_view place = rest.substr(0, options);
  if (options < rest.size()) parts.options = rest.substr(options + 1);
  if (const std::size_t at = place.rfind('@'); at != std::string_view::npos) {
    parts.has_user = true;
    parts.user = place.substr(0, at);
    place.remove_prefix(at + 1);
  }
  std::string_view& last = options < rest.size() ? parts.options : place;
  if (const std::size_t hash = last.rfind('#'); hash != std::string_view::npos) {
    parts.schema = last.substr(hash + 1);
    last = last.substr(0, hash);
  }
  parts.place = place.substr(0, place.find('?'));
  return parts;
}

/// Whether something stands where a port should that is none: it may be a password.
bool is_doubtful(std::string_view place) {
  std::string_view hosts = place.substr(0, place.find('/'));
  while (!hosts.empty()) {
    const std::size_t end = std::min(hosts.find(','), hosts.size());
    std::string_view host = hosts.substr(0, end);
    if (const std::size_t bracket = host.rfind(']'); bracket != std::string_view::npos)
      host.remove_prefix(bracket + 1);
    const std::size_t colon = host.find(':');
    if (colon != std::string_view::npos &&
        host.find_first_not_of("0123456789", colon + 1) != std::string_view::npos)
      return true;
    hosts.remove_prefix(std::min(end + 1, hosts.size()));
  }
  return false;
}

std::string decoded(std::string_view text, const char* what) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    unsigned value = 0;
    const char* begin = text.data() + i + 1;
    if (i + 2 >= text.size() || std::from_chars(begin, begin + 2, value, 16).ptr != begin + 2 ||
        value == 0)
      throw AddressError(std::string("the address of the server: in the ") + what +
                         ", % is not followed by two hexadecimal digits; write % itself as %25");
    out += static_cast<char>(value);
    i += 2;
  }
  return out;
}

/// Takes password=... out of the options.
std::string without_password(std::string_view options, std::optional<std::string>& password) {
  std::string kept;
  while (!options.empty()) {
    const std::size_t end = std::min(options.find('&'), options.size());
    const std::string_view option = options.substr(0, end);
    if (option.starts_with("password=")) password = decoded(option.substr(9), "password");
    else kept += (kept.empty() ? "" : "&") + std::string(option);
    options.remove_prefix(std::min(end + 1, options.size()));
  }
  return kept;
}

}  // namespace

bool is_server_address(std::string_view text) { return !scheme_of(text).empty(); }

ServerAddress parse_server_address(std::string_view text) {
  if (!is_server_address(text))
    throw AddressError("not the address of a server; write postgresql://HOST/DATABASE");
  const Parts parts = cut(text);
  if (is_doubtful(parts.place))
    throw AddressError(
        "the address of the server: what stands where the port should is no number; write / ? # @ "
        "% of a password as %2F %3F %23 %40 %25");
  ServerAddress address;
  const std::size_t colon = std::min(parts.user.find(':'), parts.user.size());
  if (colon < parts.user.size())
    address.password = decoded(parts.user.substr(colon + 1), "password");
  const std::string options = without_password(parts.options, address.password);
  address.uri = std::string(schemes.front());
  if (parts.has_user) address.uri += std::string(parts.user.substr(0, colon)) + "@";
  address.uri += std::string(parts.place) + (options.empty() ? "" : "?" + options);
  address.schema = decoded(parts.schema, "schema");
  address.shown = shown_address(text);
  return address;
}

std::string shown_address(std::string_view text) {
  if (!is_server_address(text)) return std::string(text);
  const Parts parts = cut(text);
  if (!parts.has_user && is_doubtful(parts.place)) return std::string(schemes.front()) + "...";
  // What stands behind # may belong to a password, too.
  const bool named = !parts.schema.empty() && parts.options.find("password=") == std::string::npos;
  return std::string(schemes.front()) + std::string(parts.place) +
         (named ? "#" + std::string(parts.schema) : "");
}

void hide_password(std::span<char> argument) {
  const std::string_view whole(argument.data(), argument.size());
  const std::size_t begin = whole.starts_with("--db=") ? 5 : 0;
  if (!is_server_address(whole.substr(begin))) return;
  const Parts parts = cut(whole.substr(begin));
  const auto hide = [&](std::string_view part) {
    const auto at = static_cast<std::size_t>(part.data() - argument.data());
    std::ranges::fill(argument.subspan(at, part.size()), 'x');
  };
  if (const std::size_t colon = parts.user.find(':'); colon != std::string_view::npos)
    hide(parts.user.substr(colon + 1));
  const std::string_view name = "password=";
  for (std::size_t at = parts.options.find(name); at != std::string_view::npos;
       at = parts.options.find(name, at + 1)) {
    const std::string_view value = parts.options.substr(at + name.size());
    hide(value.substr(0, value.find('&')));
  }
}

std::string base_name(const std::filesystem::path& file) {
  if (!is_server_address(file.string())) return file.filename().string();
  const std::string shown = shown_address(file.string());
  return shown.substr(shown.rfind('/', shown.find('#')) + 1);
}

std::string encoded_schema(std::string_view name) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != '%' && c != '#' && c != '?' && c != '@' && byte > 0x20) out += c;
    else (out += {'%', digits[byte >> 4]}) += digits[byte & 15];
  }
  return out;
}

}  // namespace attache
