// SPDX-License-Identifier: MIT
// Lists of parts of a corpus, for `seed` on as many machines.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <span>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/export/output_file.h"
#include "cli/interrupt.h"
#include "cli/output/cell.h"
#include "cli/output/format.h"
#include "seed/left_out.h"
#include "seed/read/digest.h"
#include "seed/read/manifest.h"
#include "seed/shards.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

struct SplitOptions {
  std::vector<std::string> paths;
  std::size_t shards = 0;
  std::string folder, manifest;
  bool force = false;
};

constexpr std::size_t most_shards = 100'000;

/// shard-0001.csv: with as many digits as the last one needs, four at least, so that a shell lists
/// them in order.
std::string list_name(std::size_t number, std::size_t of) {
  const std::string digits = std::to_string(number);
  const std::size_t width = std::max<std::size_t>(4, std::to_string(of).size());
  return "shard-" + std::string(width - digits.size(), '0') + digits + ".csv";
}

/// shard-0001.state, beside shard-0001.csv.
fs::path state_name(fs::path list) { return list.replace_extension(".state"); }

bool is_list(const std::string& name) {
  constexpr std::string_view before = "shard-", behind = ".csv";
  if (!name.starts_with(before) || !name.ends_with(behind)) return false;
  const auto number = std::string_view(name).substr(
      before.size(), name.size() - std::min(name.size(), before.size() + behind.size()));
  return number.size() >= 4 &&
         std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Lists of an earlier run would be seeded with the new ones.
std::vector<fs::path> lists_in(const fs::path& folder) {
  std::vector<fs::path> lists;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (is_list(at->path().filename().string())) lists.push_back(at->path());
  return lists;
}

void check_usage(const SplitOptions& options) {
  if (options.paths.empty() && options.manifest.empty())
    throw UsageError("name what is to be split: files, folders, archives, or --manifest FILE");
  if (std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end() ||
      options.manifest == "-")
    throw UsageError("standard input is read once and can't be seeded in parts; name files");
  if (!options.force && !lists_in(options.folder).empty())
    throw UsageError(options.folder +
                     " holds lists of shards; give another folder, or --force to replace them");
}

std::vector<ShardItem> items_of(const SplitOptions& options, Session& session,
                                const InterruptGuard& guard, std::uint64_t& failed) {
  std::optional<Manifest> manifest;
  if (!options.manifest.empty()) manifest = read_manifest(options.manifest);
  LeftOut left_out(true, options.manifest);
  WalkOptions walking;
  walking.leave_out = [&](const std::string& path) { return left_out(path); };
  walking.give_up = [&] { return guard.requested(); };
  std::vector<ShardItem> items;
  const bool whole = find_items(
      options.paths, walking, manifest, options.manifest,
      [&](const std::string& line) {
        ++failed;
        session.complain(line);
      },
      items);
  if (!whole || guard.requested()) throw Interrupted("interrupted; nothing was written");
  if (const std::string line = left_out.summary(); !line.empty()) session.note(line);
  return items;
}

void write_list(const OutputFileName& name, const KeptFiles& kept,
                const std::vector<ShardItem>& items, std::size_t begin, std::size_t end,
                const std::vector<std::string>& columns) {
  write_file(name, kept, [&](Sink& sink) {
    const auto writer = find_format("csv")->make(sink, {});
    std::vector<ColumnInfo> header;
    for (const std::string& column : columns) header.push_back({column});
    writer->begin(header);
    for (std::size_t i = begin; i < end; ++i)
      writer->row(text_cells(shard_cells(items[i], columns)));
    writer->end();
  });
}

/// When a file was last changed, as the system counts; 0 where it does not tell.
std::int64_t changed_at(const std::string& path) {
  std::error_code error;
  const auto time = fs::last_write_time(path, error);
  return error ? 0 : static_cast<std::int64_t>(time.time_since_epoch().count());
}

/// Beside a list a digest of the sizes and times of what it names, by which a recipe tells whether
/// documents have changed since what it made of that list.
void write_state(const fs::path& list, const KeptFiles& kept, bool replace,
                 std::span<const ShardItem> items) {
  std::string states;
  for (const ShardItem& item : items)
    states += item.path + '\0' + std::to_string(item.bytes) + '\0' +
              std::to_string(changed_at(item.path)) + '\n';
  write_file({state_name(list).string(), replace, Missing::made}, kept,
             [&](Sink& sink) { sink.append(sha256_hex(states) + "\n"); });
}

std::uint64_t bytes_of(const std::vector<ShardItem>& items, std::size_t begin, std::size_t end) {
  std::uint64_t bytes = 0;
  for (std::size_t i = begin; i < end; ++i) bytes += items[i].bytes;
  return bytes;
}

int run_split(const SplitOptions& options, Session& session) {
  check_usage(options);
  const InterruptGuard guard;
  std::uint64_t failed = 0;
  const std::vector<ShardItem> items = items_of(options, session, guard, failed);
  if (items.empty()) {
    session.complain("nothing to split: no document is there");
    return 1;
  }
  const std::vector<std::string> columns = shard_columns(items);
  const std::vector<std::size_t> ends = balanced(items, options.shards);
  std::vector<fs::path> old = lists_in(options.folder);
  std::uint64_t largest = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.size(); begin = ends[i++]) {
    const fs::path file = fs::path(options.folder) / list_name(i + 1, ends.size());
    write_list({file.string(), options.force, Missing::made}, session.kept(), items, begin, ends[i],
               columns);
    write_state(file, session.kept(), options.force,
                std::span(items).subspan(begin, ends[i] - begin));
    std::erase(old, file);
    largest = std::max(largest, bytes_of(items, begin, ends[i]));
  }
  for (const fs::path& list : old) fs::remove(list), fs::remove(state_name(list));
  session.note(counted(ends.size(), "list") + " in " + options.folder + ": " +
               counted(items.size(), "file") + ", " +
               counted(bytes_of(items, 0, items.size()), "byte") + "; the largest has " +
               std::to_string(largest));
  if (ends.size() < options.shards)
    session.remind("there are fewer files than shards: " + counted(ends.size(), "list"));
  return failed > 0 ? 1 : 0;
}

}  // namespace

void add_split(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "split", "Write lists of parts of a corpus, for seed",
                              "attache split --shards 8 -o lists speeches/\n"
                              "attache --db 1.db seed --manifest lists/shard-0001.csv");
  auto options = std::make_shared<SplitOptions>();
  app->add_option("PATH", options->paths, "Files, folders, patterns, archives")
      ->type_name("")
      ->check(names_something());
  app->add_option("--shards", options->shards, "How many lists")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, most_shards).description(""))
      ->required();
  app->add_option("-o,--output", options->folder,
                  "Folder for shard-0001.csv and so on; made where it is missing")
      ->type_name("DIR")
      ->check(names_something())
      ->required();
  app->add_option("--manifest", options->manifest,
                  "CSV that describes the documents, as for seed; its rows go into the lists. "
                  "Without PATH it names the documents, too")
      ->type_name("FILE")
      ->check(names_something());
  app->add_flag("--force", options->force, "Replace lists of an earlier run");
  commands.push_back({app, [options](Session& session) { return run_split(*options, session); }});
}

}  // namespace attache
