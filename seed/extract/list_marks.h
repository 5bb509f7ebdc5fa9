// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// How a list's item is marked: "(a)", "1.", "-".
struct ListMark {
  enum class Form : std::uint8_t { none, bullet, bracketed, numbered } form = Form::none;
  std::uint32_t number = 0;  ///< of "14." and "(3)"; 0 for others

  friend bool operator==(const ListMark&, const ListMark&) = default;
};

/// The mark that stands before a sentence.
ListMark mark_of(const Analysis& analysis, std::uint32_t sentence);

/// Sentence behind the last item of the list that begins with the sentence `first` and is announced
/// by the one before: at a sentence that is no item, at a paragraph number behind bullets or
/// letters, and where numbers do not go on.
std::uint32_t list_end(const Analysis& analysis, std::uint32_t first);

}  // namespace attache
