// SPDX-License-Identifier: MIT
#include "seed/lexicon/country_codes.h"

#include <algorithm>
#include <set>
#include <sstream>

#include "seed/lexicon/csv_reader.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

enum Rank : int { former_name, of_former_state, name, code };

/// A code, or an abbreviation that is read as one.
constexpr std::size_t longest_code = 3;

std::string spelled_and(std::string_view text) {
  std::string words(text);
  for (std::size_t at = words.find('&'); at != std::string::npos; at = words.find('&', at))
    words.replace(at, 1, " and ");
  return words;
}

std::string key_of(std::string_view text) {
  std::string key = fold_phrase(spelled_and(text));
  std::erase_if(key, [](char c) { return c == ' ' || c == '.'; });
  return key;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

enum class Marks { none, points, others };

/// What stands between and behind the letters of a short name: "U.K.", "n/a", "c/o".
Marks marks_of(std::string_view text) {
  const auto stands = [&](std::string_view marks) {
    return text.find_first_of(marks) != std::string_view::npos;
  };
  if (stands("/\\-_,;:'()[]?!")) return Marks::others;
  return stands(". ") ? Marks::points : Marks::none;
}

/// "United Arab Republic (1958-1961)" without the years that tell states of one name apart.
std::string_view without_years(std::string_view name) {
  const std::size_t open = name.find(" (");
  const bool years = open + 2 < name.size() && name[open + 2] >= '0' && name[open + 2] <= '9';
  return name.substr(0, years ? open : name.size());
}

}  // namespace

CountryCodes::CountryCodes(const CsvTable& countries, const CsvTable& names,
                           const CsvTable& abbreviations) {
  for (const CsvRow& row : abbreviations.rows) {
    const std::string folded = fold_phrase(row.cells[abbreviations.column("full")]);
    abbreviations_[fold_phrase(row.cells[abbreviations.column("abbreviation")])] = folded;
  }
  const auto whose = names.column("iso3"), called = names.column("name"),
             kind = names.column("kind");
  for (const CsvRow& row : names.rows)
    if (row.cells[kind] == "code") renamed_[row.cells[called]] = row.cells[whose];
  std::set<std::string, std::less<>> former;
  const auto iso3 = countries.column("iso3"), iso2 = countries.column("iso2"),
             short_name = countries.column("name"), long_name = countries.column("long_name"),
             until = countries.column("until");
  for (const CsvRow& row : countries.rows) {
    const std::string& state = row.cells[iso3];
    const bool gone = !row.cells[until].empty();
    if (gone) former.insert(state);
    add_code(state, state, code + 1);
    add_code(row.cells[iso2], state, gone ? of_former_state : code);
    add(row.cells[short_name], state, gone ? of_former_state : name);
    add(row.cells[long_name], state, gone ? of_former_state : name);
    if (gone) add(without_years(row.cells[short_name]), state, of_former_state);
  }
  for (const CsvRow& row : names.rows) {
    const std::string& state = row.cells[whose];
    if (row.cells[kind] == "code") add_code(row.cells[called], state, code);
    if (row.cells[kind] == "listed") add(row.cells[called], state, name);
    if (row.cells[kind] == "short")
      add(row.cells[called], state, former.contains(state) ? of_former_state : name);
    if (row.cells[kind] == "former") add(row.cells[called], state, former_name);
  }
}

void CountryCodes::add_code(std::string_view code, const std::string& iso3, int rank) {
  put(entries_, key_of(code), iso3, rank);
}

void CountryCodes::add(std::string_view name, const std::string& iso3, int rank) {
  const std::string key = key_of(name);
  put(entries_, key, iso3, rank);
  if (key.size() <= longest_code && marks_of(name) == Marks::points) pointed_.insert(key);
  put(by_words_, words_of(name), iso3, rank);
}

void CountryCodes::put(Entries& entries, const std::string& key, const std::string& iso3,
                       int rank) {
  if (key.empty()) return;
  const auto renamed = renamed_.find(iso3);
  const std::string& state = renamed == renamed_.end() ? iso3 : renamed->second;
  const auto [entry, is_new] = entries.emplace(key, Entry{state, rank});
  if (is_new || entry->second.iso3 == state) {
    entry->second.rank = std::max(entry->second.rank, rank);
    return;
  }
  if (entry->second.rank < rank) entry->second = {state, rank};
  else if (entry->second.rank == rank) entry->second.iso3.clear();
}

/// The words in one order, abbreviations in full, without those that only join them: the same for
/// "Egypt, Arab Rep." and "Arab Republic of Egypt". Empty for a single word.
std::string CountryCodes::words_of(std::string_view name) const {
  std::string full;
  std::istringstream folded(fold_phrase(spelled_and(name)));
  for (std::string word; folded >> word;) {
    while (!word.empty() && word.back() == '.') word.pop_back();
    const auto known = abbreviations_.find(word);
    (full += ' ') += known == abbreviations_.end() ? word : known->second;
  }
  std::set<std::string> words;
  std::istringstream all(full);
  for (std::string word; all >> word;) words.insert(word);
  std::string joined;
  for (const std::string& word : words)
    if (!word.empty()) (joined += joined.empty() ? "" : " ") += word;
  return words.size() < 2 ? std::string() : joined;
}

/// By all of the name as it stands.
std::string CountryCodes::whole(std::string_view name) const {
  const std::string key = key_of(name);
  const Marks marks = key.size() <= longest_code ? marks_of(name) : Marks::none;
  const bool may_be = marks == Marks::none || (marks == Marks::points && pointed_.contains(key));
  const auto found = entries_.find(key);
  return !may_be || found == entries_.end() ? std::string() : found->second.iso3;
}

/// "Türkiye (Turkey)", "France (FRA)", "Burma/Myanmar": two names of one state.
std::string CountryCodes::twice(std::string_view names) const {
  const std::size_t open = names.find_first_of("(/");
  if (open == std::string_view::npos || open == 0) return {};
  std::string_view second = names.substr(open + 1);
  if (names[open] == '(') {
    if (names.back() != ')') return {};
    second.remove_suffix(1);
  }
  const std::string first = whole(without_blanks(names.substr(0, open)));
  return first == whole(without_blanks(second)) ? first : std::string();
}

std::string CountryCodes::find(std::string_view code_or_name) const {
  const std::string_view name = without_blanks(code_or_name);
  if (std::string state = whole(name); !state.empty()) return state;
  if (std::string state = twice(name); !state.empty()) return state;
  const auto found = by_words_.find(words_of(name));
  return found == by_words_.end() ? std::string() : found->second.iso3;
}

}  // namespace attache
