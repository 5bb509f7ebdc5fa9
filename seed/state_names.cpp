// SPDX-License-Identifier: MIT
#include "seed/state_names.h"

#include <algorithm>

#include "seed/embedded.h"
#include "seed/lexicon/lexicon.h"
#include "seed/lexicon/names_in_text.h"
#include "seed/state_starts.h"

namespace attache {
namespace {

/// Kinds of names in the lexicon's table that name the state itself.
bool names_state(std::string_view kind) { return kind == "short" || kind == "former"; }

const CsvTable* table_of(const Lexicon& lexicon, std::string_view name) {
  const auto& tables = lexicon.tables;
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const CsvTable& table) { return table.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

void add(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
    names.push_back(name);
}

/// Calls visit(code, name) for each name of a state.
template <typename Visit>
void each_name(const Lexicon& lexicon, Visit visit) {
  if (const CsvTable* table = table_of(lexicon, "countries")) {
    const auto code = table->column("iso3"), name = table->column("name"),
               long_name = table->column("long_name");
    for (const CsvRow& row : table->rows) {
      visit(row.cells[code], row.cells[name]);
      visit(row.cells[code], row.cells[long_name]);
    }
  }
  if (const CsvTable* table = table_of(lexicon, "country_names")) {
    const auto code = table->column("iso3"), name = table->column("name"),
               kind = table->column("kind");
    for (const CsvRow& row : table->rows)
      if (names_state(row.cells[kind])) visit(row.cells[code], row.cells[name]);
  }
}

std::vector<std::string> names_in(const Lexicon& lexicon) {
  std::vector<std::string> names;
  each_name(lexicon, [&](const std::string&, const std::string& name) { names.push_back(name); });
  return names;
}

NameKind kind_of(const Lexicon& lexicon, const NameMatch& match) {
  return lexicon.names.names()[match.name].kind;
}

}  // namespace

std::vector<NamedState> states_named_in(std::string_view text, const Lexicon& lexicon) {
  std::vector<Token> tokens;
  tokenize(text, lexicon.vocabulary, tokens);
  NamesInText found;
  find_names(tokens, lexicon.names, found);
  std::vector<NamedState> named;
  std::uint32_t behind = 0;      // the last token of a name that was taken
  std::uint32_t bodies_end = 0;  // the last token of bodies that begin here or before
  const auto& matches = found.matches;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const std::uint32_t first = matches[i].first;
    for (std::size_t k = i; k < matches.size() && matches[k].first == first; ++k)
      if (kind_of(lexicon, matches[k]) == NameKind::body)
        bodies_end = std::max(bodies_end, matches[k].last);
    if (kind_of(lexicon, matches[i]) != NameKind::country || first < behind) continue;
    if (matches[i].last <= bodies_end) continue;
    behind = matches[i].last;
    const Name& name = lexicon.names.names()[matches[i].name];
    named.push_back({lexicon.countries[name.entry].iso3, tokens[first].begin});
  }
  return named;
}

struct StateNames::State {
  explicit State(const Lexicon& known)
      : lexicon(known), starts(names_in(known), known.vocabulary) {}

  const Lexicon& lexicon;
  StateStarts starts;
};

StateNames::StateNames()
    : built_in_(std::make_unique<Lexicon>(load_lexicon(embedded_lexicon()))),
      state_(std::make_unique<State>(*built_in_)) {}
StateNames::StateNames(const Lexicon& lexicon) : state_(std::make_unique<State>(lexicon)) {}
StateNames::StateNames(StateNames&&) noexcept = default;
StateNames& StateNames::operator=(StateNames&&) noexcept = default;
StateNames::~StateNames() = default;

std::vector<NamedState> StateNames::in(std::string_view text) const {
  return states_named_in(text, state_->lexicon);
}

bool StateNames::may_be_in(std::string_view text) const {
  return state_->starts.may_begin_in(text);
}

std::vector<std::string> StateNames::of(std::string_view iso3) const {
  std::vector<std::string> names;
  each_name(state_->lexicon, [&](const std::string& code, const std::string& name) {
    if (code == iso3) add(names, name);
  });
  return names;
}

std::string StateNames::name(std::string_view iso3) const {
  for (const Country& country : state_->lexicon.countries)
    if (country.iso3 == iso3) return country.name;
  return std::string(iso3);
}

std::vector<std::string> StateNames::all() const {
  std::vector<std::string> names;
  for (const Country& country : state_->lexicon.countries) {
    names.push_back(country.iso3);
    names.push_back(country.name);
  }
  return names;
}

std::string StateNames::code(std::string_view code_or_name) const {
  return state_->lexicon.country_code(code_or_name);
}

}  // namespace attache
