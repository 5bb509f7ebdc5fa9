// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace attache {

/// Where a table of the lexicon has names: whose they are, and the names.
struct NameColumns {
  std::string_view table, key, name;
};

/// What entries are called where they are told.
namespace entry_kind {
inline constexpr std::string_view office = "office", country = "country", theme = "theme";
}

/// By slug.
inline constexpr std::array<NameColumns, 4> body_names{{{"bodies", "slug", "name"},
                                                        {"bodies", "slug", "acronym"},
                                                        {"body_aliases", "slug", "alias"},
                                                        {"body_ambiguities", "slug", "alias"}}};

/// By the person's own name.
inline constexpr std::array<NameColumns, 2> person_names{
    {{"persons", "name", "name"}, {"person_aliases", "name", "alias"}}};

/// By code.
inline constexpr std::array<NameColumns, 3> country_names{{{"countries", "iso3", "name"},
                                                           {"countries", "iso3", "long_name"},
                                                           {"country_names", "iso3", "name"}}};

/// By the office's own words.
inline constexpr std::array<NameColumns, 1> office_names{{{"offices", "office", "office"}}};

/// By slug.
inline constexpr NameColumns theme_names{"theme_words", "theme", "wording"};

/// By slug.
inline constexpr NameColumns norm_names{"norm_wordings", "norm", "wording"};

}  // namespace attache
