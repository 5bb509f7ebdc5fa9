// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "seed/read/manifest.h"
#include "seed/read/walk.h"

namespace attache {

/// What one call of `seed` reads: a file, or an archive with all that it holds.
struct ShardItem {
  std::string path;         ///< absolute, as path_text()
  std::uint64_t bytes = 0;  ///< of its documents
  Metadata said;            ///< what a manifest says of it
};

/// Finds the items of files, folders, patterns and archives, or of a manifest where there are no
/// paths, in the order in which `seed` stores them. A path that can't be read is told to `failed`.
/// A file that is walked to twice comes once. Returns false where `options` say to give up.
bool find_items(std::vector<std::string> paths, const WalkOptions& options,
                const std::optional<Manifest>& manifest, const std::string& manifest_path,
                const std::function<void(const std::string&)>& failed,
                std::vector<ShardItem>& items);

/// Where each of `shards` runs of items that follow each other ends, so that none has much more to
/// read than the others and none is empty; fewer where there are fewer items. Following each other
/// they are the items in their order, so that knowledge bases of them, merged in theirs, are named
/// as one of all.
std::vector<std::size_t> balanced(const std::vector<ShardItem>& items, std::size_t shards);

/// The columns of a manifest of these items: path, those of title, country, date, language and
/// source that any has, and their own.
std::vector<std::string> shard_columns(const std::vector<ShardItem>& items);
/// The cells of an item in those columns.
std::vector<std::string> shard_cells(const ShardItem& item,
                                     const std::vector<std::string>& columns);

}  // namespace attache
