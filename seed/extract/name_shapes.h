// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// Shapes in which texts write names, and shapes that no name has.

/// "P", "J": a capital letter that stands alone.
bool is_initial(const Analysis& analysis, std::uint32_t t);

/// "A J Smith": an initial without a full stop, beside another one or right behind a title.
bool open_initial(const Analysis& analysis, std::uint32_t t);

/// Nothing but initials: a name is still to come, or the letters are none of a name's.
bool only_initials(const Analysis& analysis, TokenRange name);

/// "I've", "Don't": a word that an apostrophe shortens.
bool contraction(const Analysis& analysis, std::uint32_t t);

/// "Yar' Adua", "Musa 'Abdi": the apostrophe at `t` is a letter of the name that began at `first`
/// and goes on behind it; neither a genitive's nor a quotation mark.
bool apostrophe_in_name(const Analysis& analysis, std::uint32_t first, std::uint32_t t,
                        std::uint32_t limit);

/// "P M Hollander", "Mr. J. Jordan": behind initials the name of a people or a state is a surname.
bool surname_behind_initials(const Analysis& analysis, std::uint32_t first, std::uint32_t t);

/// "R. A. (Rab) Butler", "James “Jim” Farrow": at `t` a nickname opens inside a name that goes on
/// behind it, three tokens later.
bool nickname(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

/// "Sir Earle Page": behind a title and a given name a word that is else no name is a surname.
bool surname_behind_title(const Analysis& analysis, std::uint32_t first, std::uint32_t t);

/// "Roger Israel Zakheim", "Jordan Matthews": the name of a state is given to a person.
bool state_as_given(const Analysis& analysis, std::uint32_t t);

/// "Hugo BANZER Suarez": a second surname behind one in capitals.
bool behind_capitals(const Analysis& analysis, TokenRange name, std::uint32_t t);

/// A noun that texts do not write with a capital unless a heading does: "Guidance", "Chiefs".
bool common_noun(const Analysis& analysis, std::uint32_t t);

}  // namespace attache
