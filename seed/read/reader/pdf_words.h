// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace attache::reader {

/// Ends where a sentence, or a part that stands by itself, may: `.` `!` `?` `:` `;`, with closing
/// quotes and brackets after it; but not with an initial or a title (`Mr.`).
bool ends_sentence(std::string_view line);

/// The line ends where an item of a list may: "by force;", "by force; and", "as follows:".
bool ends_item(std::string_view line);

/// Ends in the midst of a sentence for certain: with a comma, a hyphen, an article or preposition.
bool ends_open(std::string_view line);

/// Begins with a small letter.
bool begins_small(std::string_view line);

/// Begins with a bullet, or `3.`, `(a)`, `(iv)` and the like.
bool begins_with_item(std::string_view line);

/// Begins with a bullet.
bool begins_with_bullet(std::string_view line);

/// Begins with a dash that may be a bullet, or stand within a sentence.
bool begins_with_dash(std::string_view line);

/// Ends with dots that lead to a page number, as tables of contents have them.
bool has_leaders(std::string_view line);

}  // namespace attache::reader
