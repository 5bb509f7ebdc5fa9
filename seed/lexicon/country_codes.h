// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace attache {

struct CsvTable;

/// Finds a state by its alpha-3 or alpha-2 code, or any of its names, however they are written:
/// case, diacritics, dots, hyphens and spaces aside ("gb", "U.K.", "cote d'ivoire").
class CountryCodes {
 public:
  CountryCodes() = default;
  /// Takes countries.csv and country_names.csv. Where two states have the same alpha-2 code or
  /// name, the one that is there today has it; a name that two of these have is nobody's.
  CountryCodes(const CsvTable& countries, const CsvTable& names);

  /// Alpha-3 code, or empty.
  std::string find(std::string_view code_or_name) const;

 private:
  struct Entry {
    std::string iso3;
    int rank = 0;  ///< the higher goes before
  };
  void add(std::string_view name, const std::string& iso3, int rank);

  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace attache
