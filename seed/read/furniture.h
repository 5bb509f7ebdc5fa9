// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What a line at the edge of a page is made of, and of nothing else; bits, 0 for a line of text.
struct Furniture {
  static constexpr std::uint8_t page = 1;      ///< "12", "- 12 -", "Page 3 of 12", "[p. 3]", "iv"
  static constexpr std::uint8_t symbol = 2;    ///< "A/RES/2625 (XXV)", "S/PV.123"
  static constexpr std::uint8_t job = 4;       ///< "25-10739 (E) *2510739*", "GE.05-12345", "/..."
  static constexpr std::uint8_t head = 8;      ///< comes again beside other furniture
  static constexpr std::uint8_t speaker = 32;  ///< "(Mr. Olsen, Norlandia)", which goes on speaking
  static constexpr std::uint8_t address = 16;  ///< "https://example.org/speech 2/6"
};

/// The Furniture bits of a line, white space around it allowed. A date in figures may stand beside.
std::uint8_t furniture_of(std::string_view line);

/// The line begins with day and hour, as browsers print them over a page's title: "11/29/26, 9:11
/// PM Speech".
bool is_printed_head(std::string_view line);

/// What browsers print at the edges of a page.
struct Printed {
  static constexpr std::uint8_t day = 1;      ///< "11/29/26, 9:11 PM"
  static constexpr std::uint8_t address = 2;  ///< "https://example.org/speech"
  static constexpr std::uint8_t count = 4;    ///< "1/3", "1 of 3"
  static constexpr std::uint8_t all = 7;
};

/// Which of these, as Printed bits, stand at the beginning or end of a line.
std::uint8_t printed_parts(std::string_view line);

/// The line with each number as one # and one blank between words, so that "Report 2005, page 3" is
/// the same on every page.
std::string without_numbers(std::string_view line);

/// What a line on page `page` (from 0) has to share with others to be their running head: its words
/// and numbers as they stand, and for each number the same with that one counting with the pages.
std::vector<std::string> heads_of(std::string_view line, std::size_t page);

/// The line ends where a sentence may: a full stop and its kin, closing quotes and brackets behind.
bool ends_sentence(std::string_view line);

}  // namespace attache
