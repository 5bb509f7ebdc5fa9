// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "seed/text/span.h"

namespace attache {

/// The mark with which a line of a note begins.
struct NoteMark {
  std::size_t bytes = 0;     ///< 0: there is none
  std::uint32_t number = 0;  ///< 0: a sign
  bool dotted = false;       ///< "1.", "1)", as lists have it, too
  bool alone = false;        ///< nothing else stands on the line
  bool glued = false;        ///< "1See"
};

/// "1 See", "1/ See", "[1] See", "1. See", "¹ See", "* See", "1See", "1".
NoteMark note_mark_of(std::string_view line);

/// "support.1", "NATO1", "support [1]": the bytes of `line` that refer to the note of this number,
/// the brackets included.
std::optional<Span> reference_to_note(std::string_view line, std::uint32_t number);

}  // namespace attache
