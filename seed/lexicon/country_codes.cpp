// SPDX-License-Identifier: MIT
#include "seed/lexicon/country_codes.h"

#include <algorithm>
#include <set>

#include "seed/lexicon/csv_reader.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

enum Rank : int { former_name, of_former_state, name, code };

std::string key_of(std::string_view text) {
  std::string words(text);
  for (std::size_t at = words.find('&'); at != std::string::npos; at = words.find('&', at))
    words.replace(at, 1, " and ");
  std::string key = fold_phrase(words);
  std::erase_if(key, [](char c) { return c == ' ' || c == '.'; });
  return key;
}

/// "United Arab Republic (1958-1961)" without the years that tell states of one name apart.
std::string_view without_years(std::string_view name) {
  const std::size_t open = name.find(" (");
  const bool years = open + 2 < name.size() && name[open + 2] >= '0' && name[open + 2] <= '9';
  return name.substr(0, years ? open : name.size());
}

}  // namespace

CountryCodes::CountryCodes(const CsvTable& countries, const CsvTable& names) {
  std::set<std::string, std::less<>> former;
  const auto iso3 = countries.column("iso3"), iso2 = countries.column("iso2"),
             short_name = countries.column("name"), long_name = countries.column("long_name"),
             until = countries.column("until");
  for (const CsvRow& row : countries.rows) {
    const std::string& state = row.cells[iso3];
    const bool gone = !row.cells[until].empty();
    if (gone) former.insert(state);
    add(state, state, code + 1);
    add(row.cells[iso2], state, gone ? of_former_state : code);
    add(row.cells[short_name], state, gone ? of_former_state : name);
    add(row.cells[long_name], state, gone ? of_former_state : name);
    if (gone) add(without_years(row.cells[short_name]), state, of_former_state);
  }
  const auto whose = names.column("iso3"), called = names.column("name"),
             kind = names.column("kind");
  for (const CsvRow& row : names.rows) {
    const std::string& state = row.cells[whose];
    if (row.cells[kind] == "short")
      add(row.cells[called], state, former.contains(state) ? of_former_state : name);
    if (row.cells[kind] == "former") add(row.cells[called], state, former_name);
  }
}

void CountryCodes::add(std::string_view name, const std::string& iso3, int rank) {
  const std::string key = key_of(name);
  if (key.empty()) return;
  const auto [entry, is_new] = entries_.emplace(key, Entry{iso3, rank});
  if (is_new || entry->second.iso3 == iso3) {
    entry->second.rank = std::max(entry->second.rank, rank);
    return;
  }
  if (entry->second.rank < rank) entry->second = {iso3, rank};
  else if (entry->second.rank == rank) entry->second.iso3.clear();
}

std::string CountryCodes::find(std::string_view code_or_name) const {
  const auto found = entries_.find(key_of(code_or_name));
  return found == entries_.end() ? std::string() : found->second.iso3;
}

}  // namespace attache
