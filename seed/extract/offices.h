// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/extract/analysis.h"

namespace attache {

/// The words of the office that starts at `first`: "former United States" before it stays out,
/// "of the Republic of X", "for Foreign Affairs" behind it belongs to it. `last` is the end of the
/// lexicon's words.
std::uint32_t office_end(const Analysis& analysis, TokenRange office, std::uint32_t limit);

/// The first word of the office with what qualifies it: "former United States President", "Ghanaian
/// Minister".
std::uint32_t office_begin(const Analysis& analysis, std::uint32_t office, std::uint32_t first);

/// The office that ends right before `t`, a comma between them or not: "the President, Mr. X".
TokenRange office_before(const Analysis& analysis, std::uint32_t t);

/// The office behind a name: "Mr. X, the former Minister of Y", "X of Gabon (President of the
/// Assembly)".
TokenRange office_after(const Analysis& analysis, TokenRange name, std::uint32_t limit);

/// "'s" as in "the Minister's Office", "the People's Republic".
bool genitive(const Analysis& analysis, std::uint32_t t);

/// The token behind letters of rank at `t` (", Q.C., M.P."), or `t`.
std::uint32_t after_letters(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

/// The token behind "one of the" at `t`, or `t`.
std::uint32_t after_one_of(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

/// The token behind "of Gabon" or "from the Republic of Korea" at `t`; `t` itself where none stands
/// there.
std::uint32_t after_origin(const Analysis& analysis, std::uint32_t t, std::uint32_t limit);

/// The token at which "(Gabon)" opens that closes right before `t`; `t` itself where it does not.
std::uint32_t before_origin(const Analysis& analysis, std::uint32_t t, std::uint32_t first);

/// Whether the words are an office of several ("Presidents of") that the lexicon knows of one, too.
bool plural_of_known(const Analysis& analysis, TokenRange office);

/// "Presidents of Mali" as "President of Mali".
std::string singular(std::string office);

/// "presidents", "ministers for foreign affairs", "messrs": several persons may follow.
bool is_plural(std::string_view office);

}  // namespace attache
