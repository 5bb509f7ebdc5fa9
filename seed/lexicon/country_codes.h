// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attache {

struct CsvTable;

/// Finds a state by its alpha-3 or alpha-2 code, or any of its names, however they are written:
/// case, diacritics, hyphens and spaces aside ("gb", "cote d'ivoire"), in another order and with
/// words shortened ("Egypt, Arab Rep."), or by two names of it ("Türkiye (Turkey)"). Of names as
/// short as codes those with points are known that country_names.csv has ("U.K."), so that "n/a"
/// and "i.e." are none. A former code of a state that goes on is the state's own: BUR is MMR.
class CountryCodes {
 public:
  CountryCodes() = default;
  /// Takes countries.csv, country_names.csv and country_abbreviations.csv. Where two states have
  /// the same alpha-2 code or name, the one that is there today has it; a name that two of these
  /// have is nobody's.
  CountryCodes(const CsvTable& countries, const CsvTable& names, const CsvTable& abbreviations);

  /// Alpha-3 code, or empty.
  std::string find(std::string_view code_or_name) const;

 private:
  struct Entry {
    std::string iso3;
    int rank = 0;  ///< the higher goes before
  };
  using Entries = std::unordered_map<std::string, Entry>;

  void add(std::string_view name, const std::string& iso3, int rank);
  void add_code(std::string_view code, const std::string& iso3, int rank);
  void put(Entries& entries, const std::string& key, const std::string& iso3, int rank);
  std::string words_of(std::string_view name) const;
  std::string whole(std::string_view name) const;
  std::string twice(std::string_view names) const;

  Entries entries_;
  Entries by_words_;               ///< by words_of() the names
  std::set<std::string> pointed_;  ///< keys of short names that are written with points
  std::map<std::string, std::string, std::less<>> renamed_;  ///< former code to today's
  std::map<std::string, std::string, std::less<>> abbreviations_;
};

}  // namespace attache
