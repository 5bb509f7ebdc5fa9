// SPDX-License-Identifier: MIT
#include "seed/read/format_mail.h"

#include "seed/text/ascii.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace attache {
namespace {

using ascii::lower_case;

/// The field's name in small letters; empty where the line is no header field (RFC 5322, 2.2).
std::string field_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const bool printable =
      std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                  [](char byte) { return byte > ' ' && byte < 0x7F; });
  return printable ? lower_case(line.substr(0, colon)) : std::string();
}

/// The fields before the first empty line, by name, with what their first lines say; none where
/// another line is among them. The last line may be cut off.
std::map<std::string, std::string_view> header_fields(std::string_view head) {
  std::map<std::string, std::string_view> names;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = head.find('\n', at);
    if (end == std::string_view::npos) return names;
    std::string_view line = head.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return names;
    const bool folded = line[0] == ' ' || line[0] == '\t';
    const std::string name = folded && !names.empty() ? "" : field_name(line);
    if (!folded && name.empty()) return {};
    if (!name.empty()) names.emplace(name, line.substr(name.size() + 1));
    at = end + 1;
  }
  return names;
}

bool is_named_mail(std::string_view name) {
  const std::string tail =
      lower_case(name.substr(name.size() - std::min<std::size_t>(7, name.size())));
  return tail.ends_with(".eml") || tail.ends_with(".mht") || tail.ends_with(".mhtml");
}

/// "Mon, 5 Jan 2004 10:00:00 +0000", "Mon Jan  5 10:00:00 2004": hours, minutes and seconds.
bool has_clock(std::string_view words) {
  for (std::size_t at = words.find(':'); at < words.size(); at = words.find(':', at + 1))
    if (at > 0 && at + 3 < words.size() && ascii::is_digit(words[at - 1]) &&
        ascii::is_digit(words[at + 1]) && ascii::is_digit(words[at + 2]) && words[at + 3] == ':')
      return true;
  return false;
}

}  // namespace

std::optional<Detected> detect_mail(std::string_view head, std::string_view name) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string_view envelope = head.substr(0, head.find('\n'));
  const bool mailbox = envelope.starts_with("From ") &&
                       (envelope.find('@') != std::string_view::npos || has_clock(envelope));
  if (mailbox) head.remove_prefix(std::min(envelope.size() + 1, head.size()));
  const auto fields = header_fields(head);
  const auto has = [&](const char* field) { return fields.count(field) > 0; };
  // A memorandum has no address and no seconds.
  const bool stamped = has("date") && has_clock(fields.at("date")) && has("from") &&
                       fields.at("from").find('@') != std::string_view::npos;
  const bool by_machine =
      mailbox || stamped || has("mime-version") || has("message-id") || has("received");
  const bool by_people = has("from") || has("subject");
  if (!by_people || !(by_machine || is_named_mail(name))) return std::nullopt;
  if (mailbox)
    return Detected{Format::unsupported, "a mailbox of messages (save each as an .eml file)"};
  return Detected{Format::email, {}};
}

}  // namespace attache
