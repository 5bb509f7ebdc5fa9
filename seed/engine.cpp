// SPDX-License-Identifier: MIT
#include "seed/engine.h"

#include <algorithm>
#include <array>

#include "schema/turned_names.h"
#include "seed/embedded.h"
#include "seed/frames/frames.h"
#include "seed/lexicon/lexicon.h"
#include "seed/read/digest.h"
#include "seed/rules/rules.h"
#include "seed/syntax/grammar.h"

namespace attache {

struct Engine::State {
  Lexicon lexicon;
  Rules rules;
  Frames frames;
  Grammar grammar{std::as_bytes(std::span(embedded_syntax().front().bytes))};
  std::string version;

  Knowledge knowledge() const { return {lexicon, rules, frames, grammar}; }
};

namespace {

/// The files of the lexicon that are tables of the knowledge base too; the others serve the
/// extractor alone.
constexpr std::array<std::string_view, 14> vocabulary_tables = {
    "countries",        "bodies",     "body_aliases", "body_kinds",   "norms", "instruments",
    "norm_instruments", "themes",     "offices",      "office_types", "roles", "identifier_schemes",
    "identifiers",      "crosswalks",
};

VocabularyTable vocabulary_table(const CsvTable& file) {
  VocabularyTable table{file.name, file.columns, {}};
  table.rows.reserve(file.rows.size());
  for (const CsvRow& row : file.rows) table.rows.push_back(row.cells);
  return table;
}

}  // namespace

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Engine Engine::load(const std::filesystem::path& lexicon_folder,
                    const std::filesystem::path& rules_folder) {
  auto state = std::make_unique<State>();
  state->lexicon = load_lexicon(embedded_lexicon(), lexicon_folder);
  state->rules = load_rules(embedded_rules(), rules_folder, state->lexicon);
  state->frames = load_frames(embedded_frames(), rules_folder, state->lexicon);
  // Sixteen digits tell versions apart and still fit a column of a table.
  state->version = sha256_hex(state->lexicon.version + '\n' + state->rules.version + '\n' +
                              state->frames.version)
                       .substr(0, 16);
  return Engine(std::move(state));
}

DocumentRows Engine::extract(std::string_view text, const DocumentContext& context) const {
  return attache::extract(text, context, state_->knowledge());
}

Explanation Engine::explain(std::string_view text, const DocumentContext& context) const {
  return attache::explain(text, context, state_->knowledge());
}

std::vector<ParsedSentence> Engine::parse(std::string_view text) const {
  return parse_text(text, state_->knowledge());
}

std::optional<std::string> Engine::country_code(std::string_view code_or_name) const {
  std::string code = state_->lexicon.country_code(code_or_name);
  for (const std::string& name : turned_names(code_or_name))
    if (code.empty()) code = state_->lexicon.country_code(name);
  if (code.empty()) return std::nullopt;
  return code;
}

std::vector<std::string> Engine::country_names() const {
  std::vector<std::string> names;
  for (const Country& country : state_->lexicon.countries) {
    names.push_back(country.name);
    names.push_back(country.iso3);
  }
  return names;
}

const std::string& Engine::lexicon_version() const { return state_->version; }

std::vector<VocabularyTable> Engine::vocabulary() const {
  std::vector<VocabularyTable> tables;
  for (const CsvTable& file : state_->lexicon.tables) {
    const bool wanted = std::find(vocabulary_tables.begin(), vocabulary_tables.end(), file.name) !=
                        vocabulary_tables.end();
    if (wanted) tables.push_back(vocabulary_table(file));
  }
  return tables;
}

std::string engine_version() { return ATTACHE_VERSION; }

}  // namespace attache
