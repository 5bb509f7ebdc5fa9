// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// A place where the document names a body, or refers back to one.
struct BodyMention {
  TokenRange range;
  std::uint32_t body =
      no_body;  ///< index into Lexicon::bodies; no_body for one that the lexicon does not know
  std::string
      unknown_name;     ///< its full name as written, white space folded; empty for known bodies
  std::string acronym;  ///< introduced in brackets, for unknown ones
  std::string note;     ///< why the reading is in doubt
  std::string rule;     ///< "lexicon", "form", "acronym", "back-reference"
  bool back_reference = false;  ///< "the Organization": a further citation, never a row by itself
};

/// All mentions in order of their first token. Names inside longer names count where they end it
/// ("Parliamentary Assembly of the Council of Europe" gives both), not where they begin it ("UN
/// Security Council").
std::vector<BodyMention> find_bodies(const Analysis& analysis);

}  // namespace attache
