// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Where a library that Zotero exported as CSV has what a manifest needs.
struct ZoteroColumns {
  std::size_t attachments = 0;      ///< the paths of an item's files
  std::optional<std::size_t> year;  ///< for items whose date can't be told
};

/// Nothing where these are not the columns of such a library.
std::optional<ZoteroColumns> zotero_columns(std::span<const std::string> names);

/// The paths of an item's files, which Zotero parts by semicolons; each once, in order.
std::vector<std::string> zotero_attachments(std::string_view value);

/// Whether a column of such a library has people or tags, which Zotero parts by semicolons, too.
bool zotero_lists(const std::string& column);

}  // namespace attache
