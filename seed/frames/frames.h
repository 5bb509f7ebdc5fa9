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
enum class WordKind : std::uint64_t {
  none = 0,
  own = std::uint64_t{1} << 0,         ///< "we": the speaker's state
  anaphor = std::uint64_t{1} << 1,     ///< "it": what was spoken of before
  relative = std::uint64_t{1} << 2,    ///< "which": what the clause hangs on
  someone = std::uint64_t{1} << 3,     ///< "they", "you": someone else
  state_noun = std::uint64_t{1} << 4,  ///< "government": stands for its state
  agent = std::uint64_t{1} << 5,       ///< "troops": act for their state
  bridge = std::uint64_t{1} << 6,      ///< "ranks of", "session of": leads on to the body
  light_verb =
      std::uint64_t{1} << 7,       ///< "hold the presidency": its subject has what its object names
  copula = std::uint64_t{1} << 8,  ///< "become", "remain": link a subject to a noun
  negation = std::uint64_t{1} << 9,         ///< "not", "hardly"
  past_only = std::uint64_t{1} << 10,       ///< "former", "no longer"
  condition = std::uint64_t{1} << 11,       ///< "if", "unless"
  intention = std::uint64_t{1} << 12,       ///< auxiliaries of what is to come: "will"
  possibility = std::uint64_t{1} << 13,     ///< auxiliaries of what might be: "could"
  obligation = std::uint64_t{1} << 14,      ///< auxiliaries of what ought to be: "should"
  capacity = std::uint64_t{1} << 15,        ///< "its role as", "the capacity of"
  example_of = std::uint64_t{1} << 16,      ///< "such as", "including"
  causative = std::uint64_t{1} << 17,       ///< "invite X to": the object acts
  possessive_own = std::uint64_t{1} << 18,  ///< "our"
  focus = std::uint64_t{1} << 19,           ///< "not only" denies nothing
  partitive = std::uint64_t{1} << 20,       ///< "one of the founders"
  inner = std::uint64_t{1} << 21,           ///< "ranks of": leads from a bridge to the body
  fellow = std::uint64_t{1} << 22,          ///< "Kenya and other members"
  operation = std::uint64_t{1} << 23,       ///< "peacekeeping operations": what troops serve in
  advocacy = std::uint64_t{1} << 24,        ///< "support": wishes it for someone else
  cultivation = std::uint64_t{1} << 25,     ///< "deepen": its subject shares what its object names
  content = std::uint64_t{1} << 27,  ///< "that": what it opens is what is said, denied or hoped
  inversion =
      std::uint64_t{1} << 29,  ///< "Had it joined": opens a condition where it opens the clause
  addressee = std::uint64_t{1} << 30,  ///< "congratulations to Kenya on its": whom "its" is
  occasion = std::uint64_t{1} << 31,   ///< "congratulate Kenya on joining": the object does it
  pairing = std::uint64_t{1} << 28,    ///< "between A and B"
  means = std::uint64_t{1} << 33,      ///< "by joining", "formed by us"
  reported_own =
      std::uint64_t{1} << 32,        ///< "his Government": the speaker's, in a record of a speech
  moment = std::uint64_t{1} << 50,       ///< "since joining": told in its own right
  lasting = std::uint64_t{1} << 51,      ///< "will remain a member": it is one
  beneficiary = std::uint64_t{1} << 52,  ///< "time for Kenya to join": who does it
  pointer = std::uint64_t{1} << 26,  ///< "the country" is the speaker's, "a country" is not
  // Of the words beside a cue, where no tree decides.
  unnamed_state = std::uint64_t{1} << 49,  ///< "nations": states, but none that is named
  own_only = std::uint64_t{1} << 34,       ///< "our people": the state's only behind "our"
  role_lead_in = std::uint64_t{1} << 35,   ///< "is one of the elected": before a role's noun
  appointment = std::uint64_t{1} << 36,    ///< "was elected": links a subject to a role's noun
  belonging = std::uint64_t{1} << 37,      ///< "members": of whoever belongs to a body
  role_plural = std::uint64_t{1} << 38,    ///< "observers": a role's noun of several
  collective = std::uint64_t{1} << 39,     ///< "the EU family": the body itself by another noun
  list_filler = std::uint64_t{1} << 40,    ///< "as well as in": between the bodies of a list
  unreal = std::uint64_t{1} << 41,         ///< "would": auxiliaries of what is not so
  settled_by = std::uint64_t{1} << 42,     ///< "proud to be": what it opens is so
  receiving = std::uint64_t{1} << 43,      ///< "will sit on": one is in already who will
  came_about = std::uint64_t{1} << 44,   ///< "admission followed": what a story tells of its state
  several = std::uint64_t{1} << 45,      ///< "both countries": the state and another
  body_office = std::uint64_t{1} << 46,  ///< "the UN Secretary-General": no body, who serves it
  plural_verb = std::uint64_t{1} << 48,  ///< "are": its subjects are several
  expiry = std::uint64_t{1} << 47,       ///< "a member until 1991": so no longer
  polite = std::uint64_t{1} << 53,       ///< "I wish to welcome": a wish that is done at once
  utterance = std::uint64_t{1} << 54,    ///< "welcome", "recall": done by being said
  time = std::uint64_t{1} << 55,         ///< "June", "year": no part of the name behind it
  placing = std::uint64_t{1} << 56,      ///< "sits among the Members": its subject is one
  succession = std::uint64_t{1} << 57,   ///< "succeeded Chad as Chair": its object is one no more
  engaged = std::uint64_t{1} << 58,      ///< "instrumental in the creation": its bearer had a part
  feminine = std::uint64_t{1} << 59,     ///< "her": may stand for a state of the sentence
  berth = std::uint64_t{1} << 60,        ///< "seat": the body's, named with its name before
  investiture = std::uint64_t{1} << 61,  ///< "elected to the presidency": its object gets it
  excepted = std::uint64_t{1} << 62,     ///< "all save Kenya": the name behind it is left out
  listing = std::uint64_t{1} << 63,      ///< "the following:": what is meant stands behind it
};
constexpr bool has_kind(std::uint64_t kinds, WordKind wanted) {
  return (kinds & static_cast<std::uint64_t>(wanted)) != 0;
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
  bool direct = false;       ///< no noun leads on to the body ("a committee of")
  bool settled = false;      ///< told as so whatever the clause makes of what hangs on it
  bool bare = false;         ///< a verb that must have no object
  bool singular = false;     ///< a noun that is none in the plural ("places great hope in")
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
  std::vector<std::uint64_t> kinds;                                 ///< WordKind bits by WordId
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
