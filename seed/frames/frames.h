// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cmake/embedded_file.h"
#include "seed/lexicon/lexicon.h"

namespace attache {

/// How a sentence tells what it tells: its polarity, factuality and time in one.
enum class Standing : std::uint8_t {
  asserted,
  denied,    ///< "is no member", "rumours that it joined are false"
  supposed,  ///< "had it joined", "might join"
  wished,    ///< "hopes to join", "applied for membership"
  urged,     ///< "should join", "we support its admission"
  planned,   ///< "will join"
  ended,     ///< "no longer a member"
};
inline constexpr std::size_t standings = 7;

/// As explanations and seed/frames name it: "asserted".
std::string_view name_of(Standing standing);

/// Kinds of words that the walks over trees ask for. Each is a list of words in seed/frames.
enum class WordKind : std::uint32_t {
  none = 0,
  own = 1u << 0,              ///< "we": the speaker's state
  anaphor = 1u << 1,          ///< "it": what was spoken of before
  relative = 1u << 2,         ///< "which": what the clause hangs on
  someone = 1u << 3,          ///< "they", "you": someone else
  state_noun = 1u << 4,       ///< "government": stands for its state
  agent = 1u << 5,            ///< "troops": act for their state
  bridge = 1u << 6,           ///< "ranks of", "session of": leads on to the body
  light_verb = 1u << 7,       ///< "hold the presidency": its subject has what its object names
  copula = 1u << 8,           ///< "become", "remain": link a subject to a noun
  negation = 1u << 9,         ///< "not", "hardly"
  past_only = 1u << 10,       ///< "former", "no longer"
  condition = 1u << 11,       ///< "if", "unless"
  intention = 1u << 12,       ///< auxiliaries of what is to come: "will"
  possibility = 1u << 13,     ///< auxiliaries of what might be: "could"
  obligation = 1u << 14,      ///< auxiliaries of what ought to be: "should"
  capacity = 1u << 15,        ///< "its role as", "the capacity of"
  example_of = 1u << 16,      ///< "such as", "including"
  causative = 1u << 17,       ///< "invite X to": the object acts
  possessive_own = 1u << 18,  ///< "our"
  focus = 1u << 19,           ///< "not only" denies nothing
  partitive = 1u << 20,       ///< "one of the founders"
  inner = 1u << 21,           ///< "ranks of": leads from a bridge to the body
  fellow = 1u << 22,          ///< "Kenya and other members"
  operation = 1u << 23,       ///< "peacekeeping operations": what troops serve in
  advocacy = 1u << 24,        ///< "support": wishes it for someone else
  cultivation = 1u << 25,     ///< "deepen": its subject shares what its object names
  content = 1u << 27,         ///< "that": what it opens is what is said, denied or hoped
  inversion = 1u << 29,       ///< "Had it joined": opens a condition where it opens the clause
  addressee = 1u << 30,       ///< "congratulations to Kenya on its": whom "its" is
  occasion = 1u << 31,        ///< "congratulate Kenya on joining": the object does it
  pairing = 1u << 28,         ///< "between A and B"
  pointer = 1u << 26,         ///< "the country" is the speaker's, "a country" is not
};
constexpr bool has_kind(std::uint32_t kinds, WordKind wanted) {
  return (kinds & static_cast<std::uint32_t>(wanted)) != 0;
}

/// Where a part of a relation stands, seen from the lexical unit.
struct Place {
  enum class Kind : std::uint8_t {
    subject,    ///< of a verb, whatever its voice
    object,     ///< of a verb, whatever its voice
    oblique,    ///< behind one of the prepositions
    possessor,  ///< "our", "Kenya's", "of Kenya", "Kenyan"; else the subject of its light verb
    modifier,   ///< before a noun: "NATO member"
    bearer,     ///< what a noun or an adjective is said of
  };
  Kind kind = Kind::object;
  std::vector<WordId> prepositions;  ///< of an oblique
};

/// A word that evokes a frame, and where the frame's parts stand around it.
struct LexicalUnit {
  enum class Part : std::uint8_t { verb, noun, predicate };
  std::string id;           ///< "membership.join"; every citation keeps it
  std::uint32_t frame = 0;  ///< index into Frames::frames
  Part part = Part::verb;
  bool implied = false;      ///< "as Member States, we": the body is the one the text is about
  bool linked = false;       ///< a predicate that only "is", "became" and the like give
  bool bare = false;         ///< a verb that must have no object
  std::string kind;          ///< only bodies of that kind; empty: any
  std::vector<WordId> with;  ///< one of these must hang on it ("take part"); empty: none needed
  std::vector<Place> body, holder;
  std::string example;  ///< a sentence; the body stands between [[ and ]]
  std::string counter;  ///< a sentence in which it must not give a role, or empty
  std::string file;
  std::size_t line = 0;
};

/// A relation of a state to a body, and the role that it gives by its standing.
struct Frame {
  std::string name;
  std::string in_mission;   ///< the role where the body is a mission; empty: as elsewhere
  bool cultivated = false;  ///< whoever deepens it has it: partnerships
  bool cities = false;      ///< a capital stands for its state: "Bangkok is home to"
  std::array<std::string, standings> roles;  ///< by Standing; empty: none
};

/// The frames of seed/frames, indexed by word. Read-only once loaded.
struct Frames {
  std::vector<Frame> frames;
  std::vector<LexicalUnit> units;
  std::unordered_map<WordId, std::vector<std::uint32_t>> units_of;  ///< form -> units
  std::vector<std::uint32_t> kinds;                                 ///< WordKind bits by WordId
  /// What a word makes of the clause or phrase that hangs on it, by WordId.
  std::unordered_map<WordId, Standing> governors;
  /// The same of a word with another that hangs on it: "look" with "forward".
  std::map<std::pair<WordId, WordId>, Standing> pair_governors;
  std::string version;  ///< digest of all files

  bool is(WordId word, WordKind kind) const {
    return word < kinds.size() && has_kind(kinds[word], kind);
  }
};

/// Reads frames/*.toml, built-in and from the folder `frames` in `overlay` (empty: none): units and
/// words are added, a frame of a known name takes the roles given. The vocabulary grows by their
/// words. Throws DataError with file and line.
Frames load_frames(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay,
                   Lexicon& lexicon);

}  // namespace attache
