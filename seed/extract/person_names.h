// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/extract/analysis.h"

namespace attache {

/// The tokens of a person's name that starts at `t`, or an empty range. Takes particles ("de",
/// "bin", "van der"), initials, and hyphens that a line break parted from the word behind them.
TokenRange name_at(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

/// The tokens of a person's name that ends right before `t`, or an empty range. Has two words or
/// more.
TokenRange name_before(const Analysis& analysis, std::uint32_t t, std::uint32_t first);

/// A comma or "and": what stands between the names of a list.
bool parts_names(const Analysis& analysis, std::uint32_t t);

/// The token can stand in a person's name: a capital, no country, body, adjective of a country or
/// word of offices.
bool in_name(const Analysis& analysis, std::uint32_t t);

/// "K.C.O. Shann", "A. SMITH": initials and a surname.
bool starts_with_initial(const Analysis& analysis, TokenRange name);

/// The name's words are no words of the language, or the lexicon knows them as given names or as a
/// person: it may be trusted without a title before it.
bool distinctive(const Analysis& analysis, TokenRange name);
/// None of its words is a given name or a person's, all are words of the language: "General Working
/// Group".
bool ordinary_words(const Analysis& analysis, TokenRange name);

/// A surname that is an adjective ("President Brown said"): it stands alone where a title's name
/// does, and no noun follows that it could describe.
bool named_by_place(const Analysis& a, TokenRange name);

/// A given name or a particle is among its words, or none of them is a word of the language; no
/// capital city or thing is.
bool looks_like_person(const Analysis& analysis, TokenRange name);

/// "the Ban Ki-moon Foundation", or `from_afar` "the Brezhnev six-point plan": a thing named after
/// a person.
bool names_thing(const Analysis& analysis, TokenRange name, bool from_afar);

}  // namespace attache
