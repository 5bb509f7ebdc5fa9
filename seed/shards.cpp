// SPDX-License-Identifier: MIT
#include "seed/shards.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_set>

#include "seed/identity.h"
#include "seed/read/path_text.h"
#include "seed/sources.h"

namespace attache {
namespace {

/// What a document costs besides its bytes, in bytes: many small ones are work, too.
constexpr std::uint64_t bytes_of_any = 1000;

constexpr std::array<std::pair<const char*, std::string Metadata::*>, 5> usual{
    {{"title", &Metadata::title},
     {"country", &Metadata::country},
     {"date", &Metadata::date},
     {"language", &Metadata::language},
     {"source", &Metadata::source}}};

/// The file of `archive.zip!inner`.
std::string file_of(const WalkItem& item) {
  if (!item.in_archive) return item.path;
  std::error_code error;
  for (std::size_t at = item.path.find('!'); at != std::string::npos;
       at = item.path.find('!', at + 1))
    if (std::filesystem::is_regular_file(item.path.substr(0, at), error))
      return item.path.substr(0, at);
  return item.path;
}

/// Takes what a walk finds, the documents of an archive as one.
class Items {
 public:
  Items(const std::optional<Manifest>& manifest, std::vector<ShardItem>& items)
      : manifest_(manifest), items_(items) {}

  void add(const WalkItem& found) {
    const std::string file = file_of(found);
    if (file == last_ && found.in_archive) {
      items_.back().bytes += found.bytes + bytes_of_any;
      return;
    }
    std::string path = stored_path(file);
    if (!seen_.insert(path).second) return;
    last_ = file;
    ShardItem& item = items_.emplace_back();
    item.path = std::move(path);
    item.bytes = found.bytes;
    const ManifestRow* row = manifest_ ? manifest_->find(path_text(file)) : nullptr;
    if (row != nullptr) item.said = row->metadata;
  }

 private:
  const std::optional<Manifest>& manifest_;
  std::vector<ShardItem>& items_;
  std::unordered_set<std::string> seen_;
  std::string last_;
};

std::uint64_t weight_of(const ShardItem& item) { return item.bytes + bytes_of_any; }

}  // namespace

bool find_items(std::vector<std::string> paths, const WalkOptions& options,
                const std::optional<Manifest>& manifest, const std::string& manifest_path,
                const std::function<void(const std::string&)>& failed,
                std::vector<ShardItem>& items) {
  if (paths.empty() && manifest) paths = paths_of(*manifest, manifest_path);
  Items found(manifest, items);
  WalkSink sink;
  sink.item = [&](WalkItem item) {
    found.add(item);
    return !options.give_up || !options.give_up();
  };
  sink.failed = [&](const std::string& path, const std::string& reason) {
    failed(path_text(path) + ": " + reason);
  };
  return walk(paths, options, sink);
}

std::vector<std::size_t> balanced(const std::vector<ShardItem>& items, std::size_t shards) {
  std::uint64_t left = 0;
  for (const ShardItem& item : items) left += weight_of(item);
  shards = std::min(shards, items.size());
  std::vector<std::size_t> ends;
  std::size_t at = 0;
  for (std::size_t to_come = shards; to_come > 0; --to_come) {
    const std::uint64_t share = left / to_come;
    std::uint64_t taken = 0;
    // One for each that comes behind; the item in which the share ends goes where most of it lies.
    while (at < items.size() - (to_come - 1)) {
      const std::uint64_t next = weight_of(items[at]);
      const bool fits = taken + next / 2 <= share;
      if (taken > 0 && !fits && to_come > 1) break;
      taken += next;
      ++at;
    }
    left -= taken;
    ends.push_back(at);
  }
  return ends;
}

std::vector<std::string> shard_columns(const std::vector<ShardItem>& items) {
  std::vector<std::string> columns{"path"};
  for (const auto& [name, field] : usual)
    if (std::any_of(items.begin(), items.end(),
                    [field = field](const ShardItem& item) { return !(item.said.*field).empty(); }))
      columns.emplace_back(name);
  std::unordered_set<std::string> known(columns.begin(), columns.end());
  for (const ShardItem& item : items)
    for (const MetadataEntry& entry : item.said.own)
      if (known.insert(entry.key).second) columns.push_back(entry.key);
  return columns;
}

std::vector<std::string> shard_cells(const ShardItem& item,
                                     const std::vector<std::string>& columns) {
  std::vector<std::string> cells(columns.size());
  cells[0] = item.path;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    for (const auto& [name, field] : usual)
      if (columns[i] == name) cells[i] = item.said.*field;
    for (const MetadataEntry& entry : item.said.own)
      if (entry.key == columns[i] && cells[i].empty()) cells[i] = entry.value;
  }
  return cells;
}

}  // namespace attache
