// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>

namespace attache {

/// A sum for each class. At most 128 rows of cells from -128 to 127 stay within 16 bits.
template <std::size_t Classes>
using RowSums = std::array<std::int16_t, Classes>;

/// Sums cells of 8 bits up in lanes of 16, two cells in each: the whole lanes and their upper
/// halves, from which the lower ones follow. No cell has to be widened, so that a row costs four
/// instructions for 16 cells on any processor with vectors of 16 bytes.
class CellSums {
 public:
  static constexpr std::size_t cells = 16;
  using Lanes = std::int16_t __attribute__((vector_size(cells)));  ///< of GCC and Clang

  void clear() { whole_ = upper_ = Lanes{}; }
  void add(Lanes row) {
    row ^= bias;  // lower halves without sign: 128 more
    whole_ += row;
    upper_ += row >> 8;
  }
  /// Writes 16 sums, of so many rows.
  void write(std::size_t rows, std::int16_t* sums) const {
    const auto [first, last] = halves(rows);
    std::memcpy(sums, &first, sizeof first);
    std::memcpy(sums + cells / 2, &last, sizeof last);
  }
  /// Writes 4 sums, of cells that stand for four rows of four; so many times four rows.
  void write_fourth(std::size_t rows, std::int16_t* sums) const {
    const auto [first, last] = halves(rows);
    const Lanes two = first + last;
    const Lanes one = two + __builtin_shufflevector(two, two, 4, 5, 6, 7, 0, 1, 2, 3);
    std::memcpy(sums, &one, sizeof one / 2);
  }

 private:
  static_assert(std::endian::native == std::endian::little, "the lower half is the first cell");
  static constexpr Lanes bias = {128, 128, 128, 128, 128, 128, 128, 128};

  /// The sums of the first eight cells, and of the last.
  std::pair<Lanes, Lanes> halves(std::size_t rows) const {
    const Lanes lower = whole_ - (upper_ << 8) - static_cast<std::int16_t>(128 * rows);
    return {__builtin_shufflevector(lower, upper_, 0, 8, 1, 9, 2, 10, 3, 11),
            __builtin_shufflevector(lower, upper_, 4, 12, 5, 13, 6, 14, 7, 15)};
  }

  Lanes whole_;
  Lanes upper_;
};

/// Sums up the rows of those numbers, in a table of `cells`, row after row.
template <std::size_t Classes>
RowSums<Classes> sum_of_rows(const std::int8_t* cells, std::span<const std::uint32_t> rows) {
  constexpr std::size_t parts = Classes / CellSums::cells;
  static_assert(parts * CellSums::cells == Classes);
  std::array<CellSums, parts> part;
  for (auto& some : part) some.clear();
  for (const auto number : rows) {
    const std::int8_t* row = cells + std::size_t{number} * Classes;
    for (auto& some : part) {
      CellSums::Lanes lanes;
      std::memcpy(&lanes, row, sizeof lanes);
      some.add(lanes);
      row += CellSums::cells;
    }
  }
  RowSums<Classes> sums;
  for (std::size_t p = 0; p < parts; ++p) {
    part[p].write(rows.size(), sums.data() + p * CellSums::cells);
  }
  return sums;
}

/// Rows of four cells: four of them at a time.
template <>
inline RowSums<4> sum_of_rows<4>(const std::int8_t* cells, std::span<const std::uint32_t> rows) {
  using Rows = std::uint32_t __attribute__((vector_size(CellSums::cells)));
  const auto row = [&](std::size_t place) {
    std::uint32_t bytes;
    std::memcpy(&bytes, cells + std::size_t{rows[place]} * sizeof bytes, sizeof bytes);
    return bytes;
  };
  CellSums sums;
  sums.clear();
  std::size_t i = 0, added = 0;
  for (; i + 4 <= rows.size(); i += 4, added += 1) {
    const Rows four = {row(i), row(i + 1), row(i + 2), row(i + 3)};
    sums.add(std::bit_cast<CellSums::Lanes>(four));
  }
  if (i < rows.size()) {  // those that are left over, beside rows of zeros
    const auto or_zeros = [&](std::size_t place) { return place < rows.size() ? row(place) : 0U; };
    const Rows last = {row(i), or_zeros(i + 1), or_zeros(i + 2), 0U};
    sums.add(std::bit_cast<CellSums::Lanes>(last));
    ++added;
  }
  RowSums<4> all;
  sums.write_fourth(added, all.data());
  return all;
}

}  // namespace attache
