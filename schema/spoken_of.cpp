// SPDX-License-Identifier: MIT
#include "schema/spoken_of.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>

#include "schema/fold.h"

namespace attache {
namespace {

constexpr std::size_t most = 2;
constexpr std::size_t shortest = 3;  // in bytes; shorter words begin too many others

struct DefinedVocabulary {
  std::string_view name;     ///< of the vocabulary
  std::string_view entries;  ///< SELECT of slug, name and definition, without counts of rows
  std::string_view file;     ///< of the wordings of its entries: entry, wording, weight
};
constexpr DefinedVocabulary defined[] = {
    {"norms", "SELECT slug, name, definition FROM norms ORDER BY slug", "norm_wordings.csv"},
    {"themes", "SELECT slug, name, scope FROM themes ORDER BY slug", "theme_words.csv"}};

const DefinedVocabulary* defined_as(const VocabularyInfo& vocabulary) {
  const auto* found = std::ranges::find(defined, vocabulary.table.name, &DefinedVocabulary::name);
  return found == std::end(defined) ? nullptr : found;
}

/// The words alone, a space before each and behind the last: " non interference ".
std::string spaced(std::string_view text) {
  std::string words = " ";
  for (const char c : fold(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter) words += c;
    else if (words.back() != ' ') words += ' ';
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

/// What the words of `given` begin with in whatever form: " torture" of "Tortures".
std::string stem_of(std::string_view given) {
  std::string stem = spaced(given);
  stem.pop_back();
  if (stem.size() > shortest + 2 && stem.ends_with('s') && !stem.ends_with("ss")) stem.pop_back();
  return stem;
}

std::string_view wordings_of(std::string_view file) {
  for (const EmbeddedFile& one : embedded_wordings())
    if (one.name == file) return one.bytes;
  return {};
}

using Times = std::map<std::string, std::size_t, std::less<>>;

/// How many wordings of each entry have the words.
void count_wordings(std::string_view lines, const std::string& stem, Times& times) {
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t first = line.find(','), last = line.rfind(',');
    if (first >= last) continue;
    if (spaced(line.substr(first, last - first)).find(stem) != std::string::npos)
      ++times[std::string(line.substr(0, first))];
  }
}

struct Entry {
  std::string slug, name, definition;
};

std::vector<Entry> entries_of(SQLite::Database& database, const DefinedVocabulary& vocabulary) {
  SQLite::Statement rows(database, std::string(vocabulary.entries));
  std::vector<Entry> entries;
  while (rows.executeStep())
    entries.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                       rows.getColumn(2).getString()});
  return entries;
}

}  // namespace

std::vector<std::string> spoken_of(SQLite::Database& database, const VocabularyInfo& vocabulary,
                                   std::string_view given) {
  const DefinedVocabulary* const of = defined_as(vocabulary);
  const std::string stem = stem_of(given);
  if (of == nullptr || stem.size() <= shortest) return {};
  Times times;
  count_wordings(wordings_of(of->file), stem, times);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const Entry& entry : entries_of(database, *of)) {
    const bool says = spaced(entry.name + " " + entry.definition).find(stem) != std::string::npos;
    const auto found = times.find(entry.slug);
    const std::size_t all = (found == times.end() ? 0 : found->second) + (says ? 1 : 0);
    if (all > 0) ranked.emplace_back(all, entry.slug);
  }
  std::ranges::stable_sort(ranked, std::ranges::greater{},
                           [](const auto& one) { return one.first; });
  std::vector<std::string> values;
  for (const auto& [all, slug] : ranked)
    if (values.size() < most && 2 * all >= ranked.front().first) values.push_back(slug);
  return values;
}

std::string named_elsewhere(SQLite::Database& database, const VocabularyInfo* own,
                            std::string_view given) {
  const std::string words = spaced(given);
  if (words.size() <= shortest + 1) return {};
  for (const VocabularyInfo& other : vocabularies()) {
    const DefinedVocabulary* const of = defined_as(other);
    if (&other == own || of == nullptr) continue;
    for (const Entry& entry : entries_of(database, *of))
      if (spaced(entry.slug).find(words) != std::string::npos)
        return std::string(other.one) + ": attache " + std::string(other.asked) + " --" +
               std::string(other.flag) + " " + entry.slug;
  }
  return {};
}

}  // namespace attache
