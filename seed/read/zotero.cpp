// SPDX-License-Identifier: MIT
#include "seed/read/zotero.h"

#include <algorithm>

#include "seed/read/word_list.h"

namespace attache {
namespace {

std::optional<std::size_t> place_of(std::span<const std::string> names, std::string_view wanted) {
  const auto found = std::find(names.begin(), names.end(), wanted);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::string without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first));
}

}  // namespace

std::optional<ZoteroColumns> zotero_columns(std::span<const std::string> names) {
  const auto attachments = place_of(names, "File Attachments");
  if (!attachments || !place_of(names, "Key")) return std::nullopt;
  return ZoteroColumns{*attachments, place_of(names, "Publication Year")};
}

bool zotero_lists(const std::string& column) { return word_list("zotero list").contains(column); }

std::vector<std::string> zotero_attachments(std::string_view value) {
  std::vector<std::string> paths;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t end = std::min(value.find(';', at), value.size());
    std::string path = without_blanks(value.substr(at, end - at));
    const bool known = std::find(paths.begin(), paths.end(), path) != paths.end();
    if (!path.empty() && !known) paths.push_back(std::move(path));
    at = end + 1;
  }
  return paths;
}

}  // namespace attache
