// SPDX-License-Identifier: MIT
// How FTS5 keeps an index in its tables: https://sqlite.org/src/file/ext/fts5/fts5_index.c
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The version of FTS5's form that is read and written here.
inline constexpr std::int64_t index_form_version = 4;

/// Rows of sentences_fts_data that are no pages.
inline constexpr std::int64_t index_totals_id = 1, index_structure_id = 10;

/// Bytes of a page, unless the configuration says otherwise.
inline constexpr std::size_t index_page_size = 4050;

/// At most so many segments may there be.
inline constexpr std::int64_t most_index_segments = 2000;

/// Where a leaf page of a segment stands in sentences_fts_data.
inline std::int64_t index_page_id(std::int64_t segment, std::int64_t page) {
  return (segment << 37) + page;
}

/// Reads a number from `at` on, which it moves behind it. Nothing where the bytes end before it.
std::optional<std::uint64_t> long_index_number(std::string_view bytes, std::size_t& at);
inline std::optional<std::uint64_t> index_number(std::string_view bytes, std::size_t& at) {
  // Nearly all are of one byte.
  if (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80)
    return static_cast<unsigned char>(bytes[at++]);
  return long_index_number(bytes, at);
}
void add_index_number(std::string& bytes, std::uint64_t number);

/// Words and their places, on pages `first` to `last`.
struct IndexSegment {
  std::int64_t number = 0, first = 0, last = 0;
};

/// Segments that are merged with each other, older ones in front.
struct IndexLevel {
  std::uint64_t merging = 0;  ///< of the first how many a merge is under way
  std::vector<IndexSegment> segments;
};

/// Which segments there are; newer ones stand on lower levels.
struct IndexStructure {
  std::string cookie;  ///< of the configuration
  std::uint64_t writes = 0;
  std::vector<IndexLevel> levels;

  /// Nothing where the bytes are none.
  static std::optional<IndexStructure> parse(std::string_view bytes);
  std::string bytes() const;
  /// A number that no segment has; 0 where there are as many as can be.
  std::int64_t free_number() const;
};

}  // namespace attache
