// SPDX-License-Identifier: MIT
#pragma once

#include <unordered_map>
#include <vector>

#include "seed/lexicon/csv_reader.h"
#include "seed/text/vocabulary.h"

namespace attache {

/// What a word is to a date.
struct DateWord {
  enum class Kind {
    none,
    month,     ///< value 1 to 12; has its capital
    roman,     ///< "IV": a month between a day and a year, in capitals
    foreign,   ///< "mars": a month of another language, between a day and a year
    ordinal,   ///< "eighteenth": a day
    number,    ///< "sixty"
    hundred,   ///< of a year in words
    thousand,  ///< of a year in words
    filler,    ///< may stand inside a date: "3rd day of October"; of value 1 joins it to a noun
    aside,     ///< may stand behind it: an hour, a volume
    cue,       ///< a line that has it tells the document's date: "Adopted on"; of value 1, what
               ///< pages print at their foot, too: "Posted"
    closing,   ///< so does a sentence that it opens, anywhere: "Done at ... on"
    label,     ///< the field that tells the date, alone or with a paper's word: "Date:"
    paper,     ///< what has a date of its own: "Speech", "Minutes"
    act,       ///< by what a paper comes into being: "date of adoption"
    topic,     ///< what a paper speaks of follows: "about"; of value 1, a day may, too: "on"
    link,      ///< another word that ends the name of a paper: "by"
    release,   ///< until the day behind it a paper is held back: "Embargoed"
    event,     ///< what is told behind it was on another day: "anniversary of the Treaty of"
    refusal,   ///< a line that has it tells of another day: "entered into force on"
    stamp      ///< the same, and so does the line below: "Declassified"
  };
  Kind kind = Kind::none;
  int value = 0;
};

using DateWords = std::unordered_map<WordId, DateWord>;

/// Reads date_words.csv, single words. Throws DataError.
DateWords read_date_words(const CsvTable& table, Vocabulary& vocabulary);

/// Stamps of several words: "approved for release".
using DateStamps = std::vector<std::vector<WordId>>;

/// Reads what date_words.csv has of several words. Throws DataError where that is no stamp.
DateStamps read_date_stamps(const CsvTable& table, Vocabulary& vocabulary);

}  // namespace attache
