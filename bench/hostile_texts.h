// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attache::bench {

/// A kind of text that repeats itself without end: what costs more than its share shows in it.
struct HostileKind {
  std::string_view name;
  std::string_view format;  ///< as of ReadOptions: text, markdown, html
  std::string_view head;    ///< once, before all
  /// Over and over. A '%' in it stands for a word with a capital, another one each time; '#' for
  /// the number of the time.
  std::string_view unit;
  std::string_view tail;   ///< once, behind all
  std::string_view close;  ///< as often as the unit, before the tail: the ends of what was opened
};

/// All kinds: titles, names, bodies, cues of every table, lists, coordination, marks, white space,
/// characters, and the mark-up of the formats. Names are unique.
const std::vector<HostileKind>& hostile_kinds();

/// A text of that kind of about so many bytes; the same each time it is asked for.
std::string hostile_text(const HostileKind& kind, std::size_t bytes);

}  // namespace attache::bench
