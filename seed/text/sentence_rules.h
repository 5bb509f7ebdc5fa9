// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "seed/text/tokens.h"

namespace attache {

/// What a full stop after a word means.
enum class Abbreviation : std::uint8_t {
  none,
  title,   ///< "Mr.": a name follows, never an end
  number,  ///< "No.": no end where a number follows
  inner,   ///< "Inc.", "etc.": an end only where a new sentence clearly starts
};

/// How words stand beside numbers, hyphens and line ends.
enum class Joint : std::uint8_t {
  none = 0,
  numbered = 1,        ///< "Article": a number behind it belongs to it
  numbered_name = 2,   ///< "COP": digits are part of the name ("COP27")
  compound_first = 4,  ///< "self": keeps its hyphen at a line's end ("self-determination")
  no_surname = 8,      ///< "background": no person's line begins with it behind an initial
};

/// What the segmenter has to know of words; indexed by WordId, shorter than the vocabulary means
/// `none`.
struct SentenceRules {
  /// What a word means in small letters and with a capital: "Sec. Rubin", "sec. 5", "30 sec.".
  struct Shortened {
    Abbreviation small = Abbreviation::none, capital = Abbreviation::none;
  };
  std::vector<Shortened> abbreviations;
  std::vector<std::uint8_t> joints;  ///< Joint bits

  Abbreviation of(WordId word, bool capital) const {
    if (word >= abbreviations.size()) return Abbreviation::none;
    return capital ? abbreviations[word].capital : abbreviations[word].small;
  }
  Abbreviation of(const Token& token) const { return of(token.word, token.capital); }
  bool has(WordId word, Joint joint) const {
    return word < joints.size() && (joints[word] & static_cast<std::uint8_t>(joint)) != 0;
  }
  void set(WordId word, Abbreviation kind) {
    auto& shortened = at(word);
    shortened.small = kind;
    if (shortened.capital == Abbreviation::none) shortened.capital = kind;
  }
  /// Only with a capital: "Mass. Senator Kerry", but "weapons of mass. The".
  void set_capital(WordId word, Abbreviation kind) { at(word).capital = kind; }
  void add(WordId word, Joint joint) {
    if (joints.size() <= word) joints.resize(word + 1);
    joints[word] = static_cast<std::uint8_t>(joints[word] | static_cast<std::uint8_t>(joint));
  }

 private:
  Shortened& at(WordId word) {
    if (abbreviations.size() <= word) abbreviations.resize(word + 1);
    return abbreviations[word];
  }
};

}  // namespace attache
