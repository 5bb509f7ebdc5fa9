// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "seed/text/span.h"

namespace attache {

/// One place in the text that supports a row.
struct Citation {
  Span span;                    ///< bytes of the document's text; the quote is what stands there
  std::uint32_t sentence = 0;   ///< index into DocumentRows::sentences
  std::string rule;             ///< id of the cue or lexicon rule that made it
  std::uint8_t confidence = 0;  ///< how likely it is right, in percent; 0 where that is not known
  Span statement = {};  ///< of an organization whose role it states: the words that state it

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// A norm of international conduct that the document upholds.
struct PrincipleRow {
  std::string
      norm;  ///< slug of the norm; empty where the text names a principle outside the vocabulary
  std::string wording;  ///< the first citing words, white space folded to single spaces
  std::string
      polarity;  ///< `upheld`; `breach-condemned` where the text only condemns what breaks it
  std::vector<Citation> citations;
  std::uint8_t confidence = 0;  ///< of the surest citation of what the row says
};

/// An aim that an actor is said to pursue.
struct PriorityRow {
  std::string wording;  ///< the words of the aim, white space folded
  std::string theme;    ///< slug of the theme, or empty
  std::string
      actor;  ///< ISO 3166-1 alpha-3 of a state, slug of a body, or empty where none is named
  std::vector<Citation> citations;
  std::uint8_t confidence = 0;  ///< of the surest citation of what the row says
};

/// A named body, and what the document says a state is to it.
struct OrganizationRow {
  std::string body;  ///< slug of the body in the lexicon; empty where the lexicon does not know it
  std::string name;  ///< full name as the lexicon or the text gives it, without article
  std::string acronym;  ///< or empty
  std::string kind;     ///< slug of the kind; `unknown` where the lexicon does not know the body
  std::string role;  ///< founder, chair, member, candidate, observer, partner, contributor, host,
                     ///< former-member, mention
  std::string country;  ///< the state that the role belongs to (alpha-3), or empty
  std::string note;     ///< why the reading is ambiguous and which was chosen, or empty
  std::vector<Citation> citations;
  std::uint8_t confidence = 0;  ///< of the surest citation of what the row says
};

/// A named person who holds, held or sought an office.
struct LeaderRow {
  std::string name;         ///< without title or honorific
  std::string office;       ///< in the text's words, of several persons in the singular; or empty
  std::string country;      ///< alpha-3 of the state the office belongs to, or empty
  std::string body;         ///< slug of the body the office belongs to, or empty
  std::string office_type;  ///< the office's normal form (`foreign-minister`), or empty
  bool speaker = false;     ///< the text says that this person is speaking
  std::vector<Citation> citations;
  std::uint8_t confidence = 0;  ///< of the surest citation of what the row says
};

/// Where a sentence stands.
struct SentenceRow {
  Span span;
  std::uint32_t paragraph = 0;  ///< counts from 0
};

/// What a text says of itself, as far as nobody gave it; empty where it does not say.
struct TextOrigin {
  std::string country;  ///< alpha-3 (or historic code) of the state whose document it is
  std::string date;     ///< ISO 8601 to the precision known; within the one given, if one was
};

/// All that one document gives. The rows of a table stand in the order of their first citation.
struct DocumentRows {
  TextOrigin origin;
  std::vector<SentenceRow> sentences;
  std::vector<PrincipleRow> principles;
  std::vector<PriorityRow> priorities;
  std::vector<OrganizationRow> organizations;
  std::vector<LeaderRow> leaders;
  std::uint64_t tokens = 0;    ///< for --stats
  std::uint64_t mentions = 0;  ///< lexicon matches, for --stats
};

}  // namespace attache
