// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// What becomes of a raised run of text.
struct Raised {
  std::string text;      ///< stands in the running text; empty where it was a note's mark
  bool is_mark = false;  ///< it parts the words around it
};

/// A note's mark (digits, asterisks and daggers, letters as raised_mark.h has them) is left out;
/// `7th` and `Mme` keep their letters; powers of ten and of units become Unicode's raised digits.
/// `before` is the word it stands behind, empty behind a blank; `next` is what stands right behind
/// it, empty at the end of a paragraph. At the beginning of a paragraph, `first`, digits or a lone
/// letter are a note's own mark, and become `[1] `.
Raised raised_text(std::string_view before, std::string_view raised, std::string_view next,
                   bool first);

/// Digits as Unicode's raised ones; a sign of any kind before them is a raised minus.
std::string raised_digits(std::string_view digits);

}  // namespace attache::reader
