// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// With single spaces for all white space, and none at the ends.
std::string single_spaced(std::string_view text);

/// Whether a text in small letters begins with a phrase of that kind in title_words.csv.
bool begins_with_any(std::string_view text, std::string_view kind);

/// The words of a text, in small letters, each without what stands around it.
std::vector<std::string> words_of_line(std::string_view text);

/// "New York, 7 March 2007": a place of few words, and a date.
bool is_dateline(std::string_view words);

/// A line that says how a document may be handled, or whose paper it is written on, and nothing
/// else: "CONFIDENTIAL", "MOST IMMEDIATE SECRET", "LEAGUE OF NATIONS - TREATY SERIES",
/// "Embargoed: 3 May".
bool is_stamp(std::string_view line);

/// A field of a paper's head that is not its title: "Speaker: John Olsen", "Venue: Oslo".
bool is_field(std::string_view line);

/// A room where something is said, and nothing else: "Oval Office", "James S. Brady Press Briefing
/// Room".
bool is_room(std::string_view line);

/// Whose office says it, and nothing else: "PRIME MINISTER", "Minister for Foreign Affairs".
bool is_office(std::string_view line);

/// Who says it, and nothing else: "Senator Chris Evans", "Minister for Trade, the Hon. Ann Roe",
/// "Ann Roe, Minister for Trade".
bool is_office_holder(std::string_view line);

/// Lines of which each is an office or its holder, and one at least has a name.
bool are_office_holders(std::string_view paragraph);

/// An hour, and nothing else: "2:11 P.M. EDT", "10.30 a.m.", "12 noon".
bool is_clock(std::string_view line);

/// Numbers and days by which an office keeps a paper, and nothing else: "No. M25 Date 16 February
/// 1989", "MPS 91/85 26 December 1985".
bool is_reference(std::string_view line);

/// The house in which something is said, and nothing else: "House of Commons", "House of Commons of
/// Canada".
bool is_house(std::string_view line);

/// Who issues what is named below: "BY THE PRESIDENT OF THE UNITED STATES OF AMERICA".
bool names_author(std::string_view line);

/// "(Adopted at the 5th plenary meeting, on 17 September 2005)", "[Translated from French]"
bool is_aside(std::string_view words);

/// A table's row, or several: cells and the bars between them.
bool is_row(std::string_view paragraph);

/// Words that only join the lines of a title: "BETWEEN", "and the".
bool is_joiner(std::string_view line);

/// A symbol such as "A/60/PV.12", in capitals.
bool is_symbol_line(std::string_view line);

/// "Forty-fourth session", "2345th plenary meeting", "Agenda item 9 (b)": where a record belongs.
bool is_sitting(std::string_view line);

/// "Embassy of Chad / Berlin", "Norwegian Ministry of Foreign Affairs": whose paper it is, in
/// capitals and small words, and nothing else.
bool is_letterhead(std::string_view paragraph);

}  // namespace attache
