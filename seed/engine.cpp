// SPDX-License-Identifier: MIT
#include "seed/engine.h"

#include <algorithm>
#include <array>

#include "schema/own_lexicons.h"
#include "schema/turned_names.h"
#include "seed/embedded.h"
#include "seed/frames/frames.h"
#include "seed/lexicon/data_files.h"
#include "seed/lexicon/lexicon.h"
#include "seed/read/digest.h"
#include "seed/rules/rules.h"
#include "seed/states_by_sentence.h"
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

/// Sixteen digits tell versions apart and still fit a column of a table.
std::string version_of(const std::string& lexicon, const std::string& rules,
                       const std::string& frames) {
  return sha256_hex(lexicon + '\n' + rules + '\n' + frames).substr(0, 16);
}

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
  state->version = version_of(state->lexicon.version, state->rules.version, state->frames.version);
  if (!lexicon_folder.empty()) state->version += with_own_lexicon;
  if (!rules_folder.empty()) state->version += with_own_rules;
  return Engine(std::move(state));
}

DocumentRows Engine::extract(std::string_view text, const DocumentContext& context) const {
  return attache::extract(text, context, state_->knowledge());
}

RowsWithStates Engine::extract_with_states(std::string_view text,
                                           const DocumentContext& context) const {
  return attache::extract_with_states(text, context, state_->knowledge());
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

StateNames Engine::state_names() const { return StateNames(state_->lexicon); }

std::vector<StateCount> Engine::count_states(std::string_view text,
                                             std::span<const SentenceRecord> sentences,
                                             std::span<const std::uint32_t> may_name) const {
  return state_counts(states_by_sentence(state_->lexicon, text, sentences, may_name));
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

std::string built_in_lexicon_version() {
  DataDigest lexicon, rules, frames;
  for (const EmbeddedFile& file : embedded_lexicon()) {
    lexicon.add(file.name);
    lexicon.add(file.bytes);
  }
  for (const EmbeddedFile& file : embedded_rules()) rules.add(file.bytes);
  for (const EmbeddedFile& file : embedded_frames()) frames.add(file.bytes);
  return version_of(lexicon.hex(), rules.hex(), frames.hex());
}

}  // namespace attache
