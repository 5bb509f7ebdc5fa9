// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "seed/syntax/hash.h"
#include "seed/syntax/weights.h"

namespace attache {

/// One feature: which atoms are looked at together.
template <typename Atom>
struct Template {
  static constexpr std::size_t width = 4;
  std::array<Atom, width> atoms;
  std::size_t count;

  template <typename... Atoms>
  constexpr explicit Template(Atoms... list) : atoms{list...}, count(sizeof...(list)) {}
};

/// The values of all atoms in one place of the parse. A feature's hash is the sum of its atoms'
/// values, each times a number of the atom's own (multilinear hashing, J. Carter and M. Wegman,
/// 1979), and of a number of the template's own.
template <typename Atom>
class AtomValues {
 public:
  void set(Atom atom, std::uint32_t value) {
    const auto place = static_cast<std::size_t>(atom);
    values_[place] = (value + std::uint64_t{1}) * (mixed(place + 1000) | 1U);
  }

  /// The hash of one template's atoms; `salt` tells lists of templates apart.
  template <const auto& templates, std::size_t place>
  std::uint64_t hash(std::size_t salt) const {
    constexpr auto feature = templates[place];
    std::uint64_t sum = mixed(salt + place);
    for (std::size_t a = 0; a < feature.count; ++a) {
      sum += values_[static_cast<std::size_t>(feature.atoms[a])];
    }
    return sum;
  }

 private:
  std::array<std::uint64_t, static_cast<std::size_t>(Atom::count)> values_;
};

/// The upper half of a hash, scaled to the number of rows.
constexpr std::uint32_t row_of(std::uint64_t hash, std::uint32_t table_rows) {
  return static_cast<std::uint32_t>(((hash >> 32U) * table_rows) >> 32U);
}

/// Adds the row of every template, in a table of so many rows.
template <const auto& templates, typename Atom>
void add_rows(const AtomValues<Atom>& values, std::size_t salt, std::uint32_t table_rows,
              FeatureRows& rows) {
  static_assert(templates.size() <= FeatureRows::capacity);
  auto* out = rows.rows.data() + rows.count;
  rows.count += templates.size();
  [&]<std::size_t... place>(std::index_sequence<place...>) {
    ((out[place] = row_of(values.template hash<templates, place>(salt), table_rows)), ...);
  }
  (std::make_index_sequence<templates.size()>());
}

}  // namespace attache
