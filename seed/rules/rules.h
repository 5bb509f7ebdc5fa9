// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "cmake/embedded_file.h"
#include "seed/lexicon/lexicon.h"
#include "seed/rules/effects.h"
#include "seed/rules/pattern.h"

namespace attache {

/// The tables that cues fill; each has a file of rules.
enum class Table : std::uint8_t { principles, priorities, organizations, leaders };

/// Where the object of a cue stands.
enum class Side : std::uint8_t {
  after,    ///< behind the cue's last word
  before,   ///< before the cue's first word
  capture,  ///< between { and } of the pattern
  around,   ///< anywhere in the clause
  back,     ///< organizations: the body spoken of before ("its chair")
  tree,     ///< priorities: in the grammatical places that `places` names
};

/// What shape the object of an aim must have.
enum class Form : std::uint8_t { any, infinitive, gerund, noun, outcome };

/// Where an aim stands, seen from the cue's head word.
struct AimPlace {
  enum class Kind : std::uint8_t { infinitive, object, subject, predicate, clause, oblique };
  Kind kind = Kind::oblique;
  std::string word;                   ///< as the rules file has it
  WordId preposition = unknown_word;  ///< of an oblique
};

/// A cue: words that open a fact. One block of a rules file.
struct Cue {
  std::string id;  ///< "table.name", unique; every citation keeps it
  Table table = Table::principles;
  std::string
      effect;  ///< of the table's list: a role; upholds, opposes, blocks; aim, blocks; holds
  Side side = Side::after;
  Form form = Form::any;
  std::string kind;  ///< organizations: only bodies of that kind are taken; empty: any
  bool own = false;  ///< organizations: said of the document's own state where the words name none
  std::vector<AimPlace> places;  ///< with Side::tree: where an aim may stand
  bool list = false;             ///< a heading that opens a list: each item is an object
  std::vector<std::string> patterns;
  std::string example;     ///< a sentence it fires in; the object stands between [[ and ]]
  std::string counter;     ///< a sentence it must not fire in, or empty
  std::string motivation;  ///< why it is there, or where it was seen
  std::int64_t hits = 0;   ///< in the corpus sample named in docs/accuracy.md
  std::string file;
  std::size_t line = 0;
};

/// What a pattern of the compiled sets belongs to.
struct PatternOwner {
  enum class Kind : std::uint8_t { cue, norm, theme } kind = Kind::cue;
  std::uint32_t index = 0;  ///< into Rules::cues, Lexicon::norm_wordings or Lexicon::theme_wordings
};

/// The table's name, as its file of rules and rows have it.
std::string_view name_of(Table table);

/// All cues, compiled. Read-only once loaded.
struct Rules {
  std::vector<Cue> cues;
  PatternSet cue_patterns;  ///< payload: index into owners; cues and norm wordings
  PatternSet
      theme_patterns;  ///< payload: index into Lexicon::theme_wordings; run over wordings only
  std::vector<PatternOwner> owners;
  std::string version;  ///< digest of all files
};

/// Reads rules/*.toml, built-in and from `overlay` (empty: none; a cue of a known id replaces it,
/// others are added), and compiles them with the lexicon's wordings, whose vocabulary grows by
/// their words. Throws DataError with file and line.
Rules load_rules(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay,
                 Lexicon& lexicon);

}  // namespace attache
