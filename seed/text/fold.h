// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace attache {

/// The form in which words are compared: lower case, no diacritics, no hyphens, no apostrophes, no
/// white space. "Co-operation", "coop-\neration" and "cooperation" are one; "Côte" and "cote" are
/// one. Dots are kept, so that "H.E." is not the pronoun. Input is UTF-8; invalid bytes are
/// dropped.
std::string fold_word(std::string_view word);

/// A phrase for comparison: words folded and separated by single spaces, punctuation dropped.
std::string fold_phrase(std::string_view phrase);

/// The same with a space for each hyphen: "Secretary-General" is "secretary general".
std::string fold_parted(std::string_view phrase);

/// Whether a compound of these two halves, as the text writes them, keeps its hyphen.
using KeepsHyphen = std::function<bool(std::string_view first, std::string_view second)>;

/// White space of any kind folded to single spaces, ends trimmed, soft hyphens and line-end hyphens
/// resolved: how a wording is stored that the text breaks over lines. Otherwise the text's own
/// bytes. `keeps` is asked of hyphens at line ends before lower case; without it they go.
std::string fold_space(std::string_view text, const KeepsHyphen& keeps = nullptr);

/// Lower-case words joined by hyphens, ASCII only: "Côte d’Ivoire" gives "cote-divoire".
std::string slugify(std::string_view text);

}  // namespace attache
