// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cmake/embedded_file.h"
#include "seed/lexicon/confidences.h"
#include "seed/lexicon/country_codes.h"
#include "seed/lexicon/country_cues.h"
#include "seed/lexicon/csv_reader.h"
#include "seed/lexicon/date_words.h"
#include "seed/lexicon/name_trie.h"
#include "seed/lexicon/phrase_words.h"
#include "seed/text/segment.h"

namespace attache {

struct Body {
  std::string slug, name, acronym, kind;
  std::string folded_name;  ///< as fold_phrase() gives it
  bool national = false;    ///< of a kind that single states have, too: organs, courts, banks
  bool named_for_state =
      false;  ///< and that they name after themselves: "Turkish Security Council"
};

struct Country {
  std::string iso3, name;
};

/// Where an office stands: which words around it make sense, and whether it may stand right before
/// a name.
struct Office {
  std::string office, level;
  bool prefix = false;  ///< "President Aliyev"
};
/// The level of what one is called and holds no office by: "comrade".
inline constexpr std::string_view style_level = "style";

/// A phrase of offices, and the normal form of an office that it tells; empty where it tells that
/// there is none ("chief executive officer").
struct OfficeType {
  std::string phrase;   ///< as fold_parted() gives it, a space before and behind
  std::string type;     ///< `foreign-minister`
  std::string of_body;  ///< the type where the office is a body's: no body has a head of state
};

struct Honorific {
  enum class Kind : std::uint8_t {
    honorific,  ///< "Mr."
    rank,       ///< "General": makes a leader
    style,      ///< "His Excellency": before titles
    vocative,   ///< "Sir": mostly without a name
    qualifier,  ///< "former", "late": before offices
    given,      ///< "El Hadj": a title by itself, a part of the name behind another
  };
  std::string title;
  Kind kind = Kind::honorific;
};

struct Person {
  std::string name, office, country;
};

/// One reading of an ambiguous name; readings are tried in order.
struct Reading {
  /// When it holds, as body_ambiguities.csv has it before the colon.
  enum class Condition : std::uint8_t {
    role,       ///< a state is said to belong to it
    document,   ///< one of the bodies is named in the document
    article,    ///< the same, and "the" stands before this name
    country,    ///< the document is one of these states'
    near,       ///< a phrase stands in the same sentence
    followed,   ///< right behind the name
    preceded,   ///< right before it
    before,     ///< the document is of an earlier year
    since,      ///< of that year or a later one
    otherwise,  ///< always
  };
  std::uint32_t body = 0;  ///< index into bodies; no_body where the name is then no body
  Condition condition = Condition::otherwise;
  std::vector<std::string> values;
  std::string reason;  ///< shown in the row's note; empty where the context decides beyond doubt
};
inline constexpr std::uint32_t no_body = 0xFFFFFFFF;

/// How strongly naming a norm upholds it.
enum class Strength : std::uint8_t {
  strong,     ///< to name it so is to uphold it
  weak,       ///< the norm's term, used otherwise too
  vague,      ///< an everyday word
  breach,     ///< names what breaks the norm
  condemned,  ///< to name it so is to condemn its breach
};

/// As norm_wordings.csv has it: "strong".
std::string_view name_of(Strength strength);

/// How much each feature of a place where a norm is named speaks for the norm's being upheld there.
class NormWeights {
 public:
  void set(std::string_view feature, float weight) { weights_[std::string(feature)] = weight; }
  /// 0 for a feature that is not listed.
  float of(std::string_view feature) const {
    const auto found = weights_.find(feature);
    return found == weights_.end() ? 0.0F : found->second;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, float, Hash, std::equal_to<>> weights_;
};

struct NormWording {
  std::uint32_t norm = 0;
  std::string pattern;
  Strength strength = Strength::weak;
};

struct ThemeWording {
  std::uint32_t theme = 0;
  std::string pattern;
  int weight = 1;
};

/// A head noun by which an organization is known that the lexicon does not list.
struct BodyHead {
  std::string kind;
  bool strong = false;    ///< makes a body without a marker
  bool of_state = false;  ///< every state has such: an acronym alone makes it no body
};

/// A phrase that refers back to a body named in full elsewhere in the document.
struct BackReference {
  std::vector<WordId> words;
  std::string head;                ///< the word that must stand in the body's name; or
  std::vector<std::string> slugs;  ///< the bodies it may mean, first named first
  std::string usual;  ///< the body it means too where the document names that, or empty
};

/// Facts about single words, by WordId.
enum class WordFact : std::uint32_t {
  none = 0,
  given_name = 1,
  name_particle = 2,
  not_name = 4,
  person_thing = 8,  ///< "Plan", "Doctrine": turns a name into a thing
  body_marker = 16,
  body_blocker = 32,
  nominal_aim = 64,
  bare_aim = 128,
  body_head = 256,
  organ_head = 512,        ///< heads the name of an organ that begins with its body's name
  state_organ = 1024,      ///< "National", "Federal": the organ named behind it is one state's
  code_label = 2048,       ///< "page", "grade": what stands behind it is a number or a code
  person_act = 8192,       ///< "told", "replied": what persons do
  person_owned = 16384,    ///< "letter", "remarks": what persons have
  person_source = 32768,   ///< "from", "by": who acts stands behind it
  common_noun = 65536,     ///< "Guidance": no surname
  remit = 524288,          ///< "affairs": what stands before it is what an office is about
  speech = 262144,         ///< "address": it is by whoever stands behind it
  company = 1048576,       ///< "Ltd", "Inc": offices of such are none of a state's
  trade = 2097152,         ///< "industrialist": who is called no more than that leads nothing
  before_given = 4194304,  ///< "Sir": the given name alone may follow
  predecessor = 8388608,   ///< "vice": whose office another is to have stands behind it
  worldwide = 16777216,    ///< "International": marks bodies, and a state's agencies for abroad
  contraction = 131072,    ///< "ve", "ll": behind an apostrophe, no part of a name
  signature_label = 4096,  ///< "(Signed)": who signed stands behind it
};

/// Words that hold names together, for comparisons by number.
struct LittleWords {
  WordId of = unknown_word, the = unknown_word, conjunction = unknown_word, to = unknown_word;
};

/// What is known of the world: the tables of seed/lexicon, indexed. Read-only once loaded.
struct Lexicon {
  Vocabulary vocabulary;
  SentenceRules sentence_rules;
  LittleWords little;
  NameTrie names;
  std::vector<Body> bodies;
  std::vector<Country> countries;
  std::vector<Office> offices;
  std::vector<OfficeType> office_types;  ///< the longest phrase first
  std::vector<Honorific> honorifics;
  std::vector<Person> persons;
  std::vector<std::string> norms;   ///< slugs
  std::vector<std::string> themes;  ///< slugs
  std::vector<NormWording> norm_wordings;
  NormWeights norm_weights;
  Confidences confidences;
  std::vector<ThemeWording> theme_wordings;
  /// "peace and security", by the word before "and" or "or".
  std::unordered_map<WordId, std::vector<std::vector<WordId>>> binomials;
  PhraseWords phrase_words;
  std::unordered_map<WordId, BodyHead> body_heads;
  std::vector<BackReference> back_references;
  CountryCues country_cues;
  DateWords date_words;
  DateStamps date_stamps;
  std::map<std::string, std::vector<Reading>, std::less<>> ambiguities;  ///< by folded phrase
  std::map<std::string, std::vector<std::string>, std::less<>>
      irregular;                     ///< base -> irregular forms
  std::vector<std::uint32_t> facts;  ///< WordFact bits by WordId
  CountryCodes country_codes;
  std::vector<CsvTable> tables;  ///< as read, for the knowledge base's vocabulary tables
  std::string version;           ///< digest of all files

  bool has(WordId word, WordFact fact) const {
    return word < facts.size() && (facts[word] & static_cast<std::uint32_t>(fact)) != 0;
  }
  /// Index of a body, or no_body.
  std::uint32_t body(std::string_view slug) const;
  /// Alpha-3 code of a country given by code or any of its names (see CountryCodes), or empty.
  std::string country_code(std::string_view code_or_name) const;
};

/// Loads the tables the binary carries and, over them, the files of the same names in `overlay`
/// (empty: none). Overlay rows are added; a row whose key is known replaces it. Throws DataError
/// with file and line.
Lexicon load_lexicon(std::span<const EmbeddedFile> built_in,
                     const std::filesystem::path& overlay = {});

}  // namespace attache
