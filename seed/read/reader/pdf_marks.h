// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache::reader {

/// Whether a small raised word is the mark of a note: digits, asterisks and daggers, or
/// letters as raised_mark.h has them. `stem` is the word that it stands at, or empty: `7th` and
/// `Mme` are words, `km2` and `106` powers.
bool is_note_mark(std::string_view raised, std::string_view stem);

/// Whether raised digits are the power of this unit or number.
bool is_power(std::string_view raised, std::string_view stem);

/// A mark without its brackets.
std::string bare_mark(std::string_view mark);

/// Whether a word begins with a sign that stands right behind a word: `,` `.` `)`.
bool closes(std::string_view word);

/// A word with Unicode's ligatures as letters, and without its own raised digits where those are a
/// note's mark (`OSCE¹`).
std::string plain(std::string_view word);

}  // namespace attache::reader
