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
/// values and one, each times a number of the atom's own (multilinear hashing, J. Carter and M.
/// Wegman, 1979), and of a number of the template's own.
template <typename Atom>
class AtomValues {
 public:
  void set(Atom atom, std::uint32_t value) {
    values_[static_cast<std::size_t>(atom)] = value * factor(atom);
  }

  /// The hash of one template's atoms; `salt` tells lists of templates apart.
  template <const auto& templates, std::size_t place, std::size_t salt>
  std::uint64_t hash() const {
    constexpr auto feature = templates[place];
    constexpr auto start = start_of(feature, mixed(salt + place));
    auto sum = start;
    for (std::size_t a = 0; a < feature.count; ++a) {
      sum += values_[static_cast<std::size_t>(feature.atoms[a])];
    }
    return sum;
  }

 private:
  static constexpr std::uint64_t factor(Atom atom) {
    return mixed(static_cast<std::size_t>(atom) + 1000) | 1U;
  }
  /// What the ones that are added to the values come to.
  static constexpr std::uint64_t start_of(const Template<Atom>& feature, std::uint64_t own) {
    for (std::size_t a = 0; a < feature.count; ++a) own += factor(feature.atoms[a]);
    return own;
  }

  std::array<std::uint64_t, static_cast<std::size_t>(Atom::count)> values_;
};

/// The upper half of a hash, scaled to the number of rows.
constexpr std::uint32_t row_of(std::uint64_t hash, std::uint32_t table_rows) {
  return static_cast<std::uint32_t>(((hash >> 32U) * table_rows) >> 32U);
}

/// The places of templates in their list, from `first` to the last.
template <std::size_t count>
constexpr std::array<std::size_t, count> places_from(std::size_t first) {
  std::array<std::size_t, count> places{};
  for (std::size_t i = 0; i < count; ++i) places[i] = first + i;
  return places;
}

/// Adds the rows of the templates at those places of their list in a table, and asks for their
/// memory.
template <const auto& templates, const auto& places, std::size_t salt, typename Atom,
          typename Table>
void add_rows_at(const AtomValues<Atom>& values, Table table, FeatureRows& rows) {
  static_assert(places.size() <= FeatureRows::capacity);
  auto* out = rows.rows.data() + rows.count;
  rows.count += places.size();
  const auto add = [&](std::uint64_t hash) {
    *out = row_of(hash, table.rows);
    table.prefetch(*out++);
  };
  [&]<std::size_t... i>(std::index_sequence<i...>) {
    (add(values.template hash<templates, places[i], salt>()), ...);
  }
  (std::make_index_sequence<places.size()>());
}

/// Those of all templates.
template <const auto& templates, std::size_t salt, typename Atom, typename Table>
void add_rows(const AtomValues<Atom>& values, Table table, FeatureRows& rows) {
  static constexpr auto places = places_from<templates.size()>(0);
  add_rows_at<templates, places, salt>(values, table, rows);
}

}  // namespace attache
