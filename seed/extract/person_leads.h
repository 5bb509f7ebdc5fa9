// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/persons.h"

namespace attache {

/// Titles and offices that stand in a row before a name: "His Excellency President", "Foreign
/// Minister Dr.", "Vice President and Foreign Minister".
struct Lead {
  std::uint32_t first = 0;
  std::uint32_t end = 0;  ///< the token behind them
  TokenRange office;
  std::uint32_t held = PersonMention::no_person;  ///< index of the last office
  TokenRange rank;                                ///< "Lieutenant-General", where one stands there
  bool title = false;                             ///< an honorific stands among them
  bool weak = true;   ///< the honorific is a rank or a style: "General Debate", "Lord"
  bool many = false;  ///< a plural: several names may follow
};

/// The titles and offices that start at `t` and end before `limit`; `end` is `t` where none do.
Lead lead_at(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

/// A given name and more of a name start at `t`.
bool distinctive_pair(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

}  // namespace attache
