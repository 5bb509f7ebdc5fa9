// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "seed/extract/analysis.h"

namespace attache {

/// Words in a record that say who speaks from there on.
struct TurnLabel {
  std::uint32_t first = 0;  ///< token
  std::string speaker;  ///< the last word of the name, folded; of a state alone its code; or empty
  std::string country;  ///< alpha-3 of the state that the label names, or empty
  bool elsewhere = false;  ///< what stands in its brackets is no state and no office: "(Ohio)"
  bool reports = false;    ///< no colon stands behind: "Mr. Olsen (Norway) said that"
  bool bare = false;       ///< nothing but a state: "NORWAY:"
};

/// The labels of a text by place: titles, offices, a name and brackets that open a line, with a
/// colon behind; or a state and whom it has sent ("Norway (Mr. Olsen):", "The Norwegian side:"), or
/// a state alone (`bare`). A label with a state in brackets may also open a sentence within a line,
/// or stand without a colon (`reports`).
std::vector<TurnLabel> turn_labels(const Analysis& analysis);

/// A person whom the text names with a state's office: "Norwegian Foreign Minister Olsen", "the
/// President of Mali, Mr. Traore", read from the token on that begins it; without speaker and
/// country where none stands there.
TurnLabel introduction_at(const Analysis& analysis, std::uint32_t token);

}  // namespace attache
