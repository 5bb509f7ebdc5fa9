// SPDX-License-Identifier: MIT
#include "seed/read/front_matter.h"

#include <algorithm>
#include <string>

#include "seed/read/own_keys.h"

namespace attache {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::string_view unquote(std::string_view value) {
  const bool quoted =
      value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Metadata& metadata) {
  std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  const auto next_line = [&] {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = std::min(end + 1, text.size());
    return line;
  };
  if (trim(next_line()) != "---") return 0;
  OwnEntries found;
  while (at < text.size()) {
    const std::string_view line = next_line();
    const std::string_view mark = trim(line);
    if (mark == "---" || mark == "...") {
      metadata = own_metadata(found);
      return at;
    }
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos)
      found.emplace(trim(line.substr(0, colon)), unquote(trim(line.substr(colon + 1))));
  }
  return 0;  // never closed: a rule and not front matter
}

}  // namespace attache
