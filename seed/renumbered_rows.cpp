// SPDX-License-Identifier: MIT
#include "seed/renumbered_rows.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "schema/knowledge_base.h"
#include "schema/moved_documents.h"
#include "seed/corpora.h"
#include "seed/prune.h"
#include "seed/read/path_text.h"

namespace attache {
namespace {

constexpr std::string_view row_mark = "!row-";
constexpr std::uint64_t unknown = 0;

/// A document that is a row: where the number begins in what it is known by, and the number.
struct StoredRow {
  const StoredDocument* document;
  std::string table;
  NumberedRow row;
};

std::optional<StoredRow> row_of(const StoredDocument& document) {
  const std::string& known = document.known_by();
  const std::size_t mark = known.rfind(row_mark);
  if (!known.starts_with('/') || mark == std::string::npos) return std::nullopt;
  std::uint64_t number = 0;
  const char* const end = known.data() + known.size();
  const auto read = std::from_chars(known.data() + mark + row_mark.size(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number == 0) return std::nullopt;
  return StoredRow{&document, known.substr(0, mark), {number, row_digest(document.sha256)}};
}

/// Of each table its rows by number, of several versions of one the newest.
using Tables = std::map<std::string, std::map<std::uint64_t, StoredRow>>;

Tables stored_tables(const std::vector<StoredDocument>& documents) {
  Tables tables;
  for (const StoredDocument& document : documents) {
    auto row = row_of(document);
    if (!row) continue;
    const std::uint64_t number = row->row.number;
    auto& rows = tables[row->table];
    const auto there = rows.find(number);
    if (there == rows.end()) rows.emplace(number, std::move(*row));
    else if (there->second.document->date <= document.date) there->second = std::move(*row);
  }
  return tables;
}

/// Numbers of those whose text is there: in the same place, or where the next such text stands.
std::vector<std::uint64_t> by_text(const std::vector<NumberedRow>& stored,
                                   const std::vector<NumberedRow>& now) {
  std::unordered_map<std::string, std::set<std::uint64_t>> places;
  for (const NumberedRow& row : now) places[row.digest].insert(row.number);
  std::vector<std::uint64_t> numbers(stored.size(), unknown);
  for (std::size_t i = 0; i < stored.size(); ++i)
    if (places[stored[i].digest].erase(stored[i].number) > 0) numbers[i] = stored[i].number;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    auto& free = places[stored[i].digest];
    if (numbers[i] != unknown || free.empty()) continue;
    numbers[i] = *free.begin();
    free.erase(free.begin());
  }
  return numbers;
}

/// Those of `now` between two numbers that none of `numbers` is.
std::vector<std::uint64_t> free_between(const std::vector<NumberedRow>& now,
                                        const std::set<std::uint64_t>& taken, std::uint64_t low,
                                        std::uint64_t high) {
  std::vector<std::uint64_t> free;
  for (auto row = std::upper_bound(now.begin(), now.end(), low,
                                   [](std::uint64_t n, const auto&r) { return n < r.number; });
       row != now.end() && row->number < high; ++row)
    if (!taken.contains(row->number)) free.push_back(row->number);
  return free;
}

std::string with_number(const std::string& path, std::uint64_t number) {
  const std::size_t mark = path.rfind(row_mark);
  return mark == std::string::npos
             ? path
             : path.substr(0, mark + row_mark.size()) + std::to_string(number);
}

/// Adds the rows of one table that have another number now; how many of them are still there.
std::uint64_t add_moved(const std::map<std::uint64_t, StoredRow>& rows,
                        const std::vector<NumberedRow>& now, std::vector<MovedDocument>& moved) {
  std::vector<NumberedRow> stored;
  for (const auto& [number, row] : rows) stored.push_back(row.row);
  const auto numbers = numbers_now(stored, now);
  const std::uint64_t last = now.empty() ? 0 : now.back().number;
  std::uint64_t found = 0;
  std::size_t i = 0;
  for (const auto& [number, row] : rows) {
    const std::uint64_t to = numbers[i++];
    if (to == number) continue;
    found += to <= last;
    const std::string& known = row.document->known_by();
    moved.push_back({known, with_number(known, to), with_number(row.document->path, to)});
  }
  return found;
}

}  // namespace

std::vector<std::uint64_t> numbers_now(const std::vector<NumberedRow>& stored,
                                       const std::vector<NumberedRow>& now) {
  std::vector<std::uint64_t> numbers = by_text(stored, now);
  std::set<std::uint64_t> taken;
  for (const std::uint64_t number : numbers)
    if (number != unknown) taken.insert(number);
  std::uint64_t last = now.empty() ? 0 : now.back().number;
  if (!stored.empty()) last = std::max(last, stored.back().number);
  for (std::size_t i = 0; i < stored.size();) {
    if (numbers[i] != unknown) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < stored.size() && numbers[end] == unknown) ++end;
    const std::uint64_t low = i == 0 ? 0 : numbers[i - 1];
    const std::uint64_t high = end == stored.size() ? last + 1 : numbers[end];
    const auto free = free_between(now, taken, low, high);
    const bool unmoved = (i == 0 || low == stored[i - 1].number) &&
                         (end == stored.size() || high == stored[end].number);
    for (std::size_t k = i; k < end; ++k) {
      const std::uint64_t own = stored[k].number;
      if (free.size() == end - i) numbers[k] = free[k - i];
      else numbers[k] = unmoved && !taken.contains(own) ? own : ++last;
      taken.insert(numbers[k]);
    }
    i = end;
  }
  return numbers;
}

std::uint64_t renumber_rows(KnowledgeBase& base, const Corpora& corpora,
                            const std::vector<std::string>& paths) {
  const std::vector<StoredDocument> documents = base.documents();
  std::vector<MovedDocument> moved;
  std::uint64_t found = 0;
  for (const auto& [table, rows] : stored_tables(documents)) {
    if (!is_below(table, paths)) continue;
    if (const auto now = corpora.numbered_rows(path_of_text(table)))
      found += add_moved(rows, *now, moved);
  }
  move_documents(base, moved);
  return found;
}

}  // namespace attache
