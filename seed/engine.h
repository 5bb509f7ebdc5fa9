// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/records.h"
#include "seed/extract/explain.h"
#include "seed/extract/extract.h"
#include "seed/extract/with_states.h"
#include "seed/parsed.h"
#include "seed/state_names.h"

namespace attache {

/// The extractor with its lexicon and rules loaded. Reading from it is safe from any number of
/// threads.
class Engine {
 public:
  /// The built-in lexicon and rules, with a user's own laid over them where a folder is given.
  /// Throws DataError with file and line.
  static Engine load(const std::filesystem::path& lexicon_folder = {},
                     const std::filesystem::path& rules_folder = {});

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  DocumentRows extract(std::string_view text, const DocumentContext& context) const;
  RowsWithStates extract_with_states(std::string_view text, const DocumentContext& context) const;

  /// The same rows with the rules and entries that made them, and what fired to no effect.
  Explanation explain(std::string_view text, const DocumentContext& context) const;

  /// The tree of every sentence, by the built-in model of English.
  std::vector<ParsedSentence> parse(std::string_view text) const;

  /// Alpha-3 (or historic) code of a state given by code or name, case folded; nothing where it is
  /// not known.
  std::optional<std::string> country_code(std::string_view code_or_name) const;
  /// All names and codes of states, for suggestions.
  std::vector<std::string> country_names() const;

  /// The names of states in the lexicon; the engine must outlive them.
  StateNames state_names() const;
  /// How many of these sentences name each state: those that may.
  std::vector<StateCount> count_states(std::string_view text,
                                       std::span<const SentenceRecord> sentences,
                                       std::span<const std::uint32_t> may_name) const;

  /// Digest of the lexicon and rules in use; changes with every byte of them.
  const std::string& lexicon_version() const;

  /// The vocabulary tables of the knowledge base.
  std::vector<VocabularyTable> vocabulary() const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Version of the extractor, as stored with each document.
std::string engine_version();

/// Engine::lexicon_version() of the built-in lexicon and rules, without loading them.
std::string built_in_lexicon_version();

}  // namespace attache
