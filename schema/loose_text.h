// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

namespace attache {

/// fold() of a text with one space for each run of spaces, line ends and dashes, and without
/// apostrophes: "Self\u2010determination of the Peoples\u2019" is "self determination of the
/// peoples".
std::string loose(std::string_view text);

/// What has_text(TEXT, WORDS) takes for WORDS: how often a word is parted by a hyphen is a matter
/// of taste, so that "peacekeeping" is looked for where "peace-keeping" stands, and the other way
/// round.
std::string wanted_text(std::string_view words);

/// The SQL functions loose(TEXT), has_text(TEXT, WORDS), and same_text(TEXT, WORDS), where WORDS
/// are the whole text.
void register_loose_text(SQLite::Database& database);

}  // namespace attache
