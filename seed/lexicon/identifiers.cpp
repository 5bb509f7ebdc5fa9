// SPDX-License-Identifier: MIT
#include "seed/lexicon/identifiers.h"

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace attache {
namespace {

/// What may have identifiers: entries of a table, by a column.
struct Kind {
  std::string_view name, table, column;
};

constexpr std::array<Kind, 4> identified{{{"country", "countries", "iso3"},
                                          {"body", "bodies", "slug"},
                                          {"instrument", "instruments", "slug"},
                                          {"person", "persons", "name"}}};
constexpr std::array<Kind, 2> crossed{{{"theme", "themes", "slug"}, {"norm", "norms", "slug"}}};

/// What a code is to the entry: as wide, wider, less wide, or of something near.
constexpr std::array<std::string_view, 4> relations{"close", "broader", "narrower", "related"};

/// No scheme has longer codes, and a regular expression needs stack for each character.
constexpr std::size_t longest_value = 200;

std::span<const Kind> kinds_of(const CsvTable& table) {
  if (table.name == "identifiers") return identified;
  return crossed;
}

std::string listed(const CsvTable& table) {
  std::string names;
  for (const Kind& kind : kinds_of(table))
    names += (names.empty() ? "" : " or ") + std::string(kind.name);
  return names;
}

/// The lexicon by entry, scheme and value.
class Known {
 public:
  Known(const CsvTable& table, const std::vector<CsvTable>& lexicon) {
    for (const Kind& kind : kinds_of(table))
      keys_[std::string(kind.name)] = column(lexicon, kind.table, kind.column);
    read_forms(lexicon);
    if (table.name == "identifiers") read_holders(lexicon);
  }

  const std::set<std::string>* keys(const std::string& kind) const {
    const auto found = keys_.find(kind);
    return found == keys_.end() ? nullptr : &found->second;
  }
  const std::regex* form(const std::string& scheme) const {
    const auto found = forms_.find(scheme);
    return found == forms_.end() ? nullptr : &found->second;
  }
  /// Another entry that has the value; empty where none has.
  std::string other(const std::string& kind, const std::string& key, const std::string& scheme,
                    const std::string& value) const {
    const auto found = holders_.find(kind + '\n' + scheme + '\n' + value);
    if (found == holders_.end()) return {};
    const auto at = std::find_if(found->second.begin(), found->second.end(),
                                 [&](const std::string& holder) { return holder != key; });
    return at == found->second.end() ? std::string() : *at;
  }
  std::string schemes() const {
    std::string names;
    for (const auto& [name, form] : forms_) names += (names.empty() ? "" : ", ") + name;
    return names;
  }

 private:
  static const CsvTable& named(const std::vector<CsvTable>& lexicon, std::string_view name) {
    const auto found = std::find_if(lexicon.begin(), lexicon.end(),
                                    [&](const CsvTable& t) { return t.name == name; });
    if (found == lexicon.end()) throw DataError("the lexicon lacks " + std::string(name) + ".csv");
    return *found;
  }

  static std::set<std::string> column(const std::vector<CsvTable>& lexicon, std::string_view name,
                                      std::string_view wanted) {
    const CsvTable& table = named(lexicon, name);
    const std::size_t at = table.column(wanted);
    std::set<std::string> values;
    for (const CsvRow& row : table.rows) values.insert(row.cells[at]);
    return values;
  }

  void read_forms(const std::vector<CsvTable>& lexicon) {
    const CsvTable& table = named(lexicon, "identifier_schemes");
    const std::size_t scheme = table.column("scheme"), form = table.column("form");
    for (const CsvRow& row : table.rows) {
      if (row.cells[form].size() > longest_value)
        throw DataError(table.place(row) + ": the form is longer than any is");
      try {
        forms_[row.cells[scheme]] = std::regex(row.cells[form]);
      } catch (const std::regex_error&) {
        throw DataError(table.place(row) + ": '" + row.cells[form] +
                        "' is no regular expression of ECMAScript");
      }
    }
  }

  /// Of each entry and scheme the last row counts, as it does where the rows are stored.
  void read_holders(const std::vector<CsvTable>& lexicon) {
    const CsvTable& table = named(lexicon, "identifiers");
    const std::size_t kind = table.column("kind"), key = table.column("key"),
                      scheme = table.column("scheme"), value = table.column("value");
    std::map<std::string, std::pair<std::string, std::string>> last;
    for (const CsvRow& row : table.rows) {
      const auto& c = row.cells;
      last[c[kind] + '\n' + c[scheme] + '\n' + c[key]] = {
          c[kind] + '\n' + c[scheme] + '\n' + c[value], c[key]};
    }
    for (const auto& [entry, held] : last) holders_[held.first].push_back(held.second);
  }

  std::map<std::string, std::set<std::string>> keys_;
  std::map<std::string, std::regex> forms_;
  std::map<std::string, std::vector<std::string>> holders_;
};

void check_relations(const CsvTable& table) {
  const std::size_t relation = table.column("relation");
  for (const CsvRow& row : table.rows)
    if (std::find(relations.begin(), relations.end(), row.cells[relation]) == relations.end())
      throw DataError(table.place(row) + ": no relation '" + row.cells[relation] +
                      "'; close, broader, narrower or related");
}

}  // namespace

bool holds_identifiers(const CsvTable& table) {
  return table.name == "identifiers" || table.name == "crosswalks";
}

void check_identifiers(const CsvTable& table, const std::vector<CsvTable>& lexicon) {
  if (table.name == "crosswalks") check_relations(table);
  const Known known(table, lexicon);
  const std::size_t kind = table.column("kind"), key = table.column("key"),
                    scheme = table.column("scheme"), value = table.column("value"),
                    note = table.column("note");
  for (const CsvRow& row : table.rows) {
    const auto& c = row.cells;
    if (!table.own_file.empty() && !row.own) continue;  // built in, and looked through by a test
    const auto fail = [&](const std::string& what) {
      throw DataError(table.place(row) + ": " + what);
    };
    const auto* keys = known.keys(c[kind]);
    if (keys == nullptr) fail("no kind '" + c[kind] + "'; " + listed(table));
    if (!keys->contains(c[key])) fail("the lexicon has no " + c[kind] + " '" + c[key] + "'");
    const std::regex* form = known.form(c[scheme]);
    if (form == nullptr)
      fail("no scheme '" + c[scheme] + "'; identifier_schemes.csv has " + known.schemes());
    if (c[value].size() > longest_value || !std::regex_match(c[value], *form))
      fail("'" + c[value] + "' is no value of " + c[scheme]);
    const std::string other = known.other(c[kind], c[key], c[scheme], c[value]);
    if (!other.empty() && c[note].empty())
      fail(c[value] + " is " + other + "'s already; where both have it, a note says why");
  }
}

}  // namespace attache
