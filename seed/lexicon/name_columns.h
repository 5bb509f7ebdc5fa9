// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace attache {

/// Where a table of the lexicon has names: whose they are, and the names.
struct NameColumns {
  std::string_view table, key, name;
};

/// By slug.
inline constexpr std::array<NameColumns, 4> body_names{{{"bodies", "slug", "name"},
                                                        {"bodies", "slug", "acronym"},
                                                        {"body_aliases", "slug", "alias"},
                                                        {"body_ambiguities", "slug", "alias"}}};

/// By the person's own name.
inline constexpr std::array<NameColumns, 2> person_names{
    {{"persons", "name", "name"}, {"person_aliases", "name", "alias"}}};

/// By slug.
inline constexpr NameColumns norm_names{"norm_wordings", "norm", "wording"};

}  // namespace attache
