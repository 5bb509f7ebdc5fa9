// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attache {

/// An FTS5 expression for words as people type them. Words beside each other must all occur; "words
/// in quotes" are a phrase; OR joins the two terms beside it; -word must not occur; word* stands
/// for all that begin so. Any other punctuation is only a boundary of words, so no input is a
/// syntax error. Nothing where no word is asked for (blank, punctuation only, or only words that
/// must not occur).
std::optional<std::string> fts_query(std::string_view words);

}  // namespace attache
