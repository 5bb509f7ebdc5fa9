// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attache {

/// An FTS5 expression for words as people type them. Words beside each other must all occur; "words
/// in quotes" are a phrase; AND, OR and NOT, in capitals, join what stands beside them, NOT before
/// AND before OR before words beside each other, and parentheses group; -word must not occur; word*
/// stands for all that begin so. Any other punctuation is only a boundary of words. Nothing where
/// no word is asked for (blank, or punctuation only). Throws SelectionError where there are only
/// words that must not occur, or where OR offers one, which no index can answer.
std::optional<std::string> fts_query(std::string_view words);

}  // namespace attache
