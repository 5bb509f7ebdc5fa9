// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

#include "schema/raw_file.h"

namespace attache {

/// The first bytes of a database's page 1, in the file or in a log:
/// https://www.sqlite.org/fileformat2.html#the_database_header
class PageHeader {
 public:
  static constexpr std::size_t size = 100;

  /// Fewer than `size` bytes make an empty one, of which nothing may be asked.
  explicit PageHeader(std::string bytes) : bytes_(std::move(bytes)) {}

  bool empty() const { return bytes_.size() < size; }
  /// Whether the file may have a write-ahead log: it is only written once page 1 says so.
  bool write_ahead() const { return bytes_[18] == 2; }
  /// Bytes a page.
  std::uint32_t page_bytes() const {
    const std::uint32_t stored = big_endian(bytes_, 16) >> 16;
    return stored == 1 ? 65'536 : stored;
  }
  /// How often the file was changed, as SQLite counts.
  std::uint32_t changes() const { return big_endian(bytes_, 24); }
  std::uint32_t pages() const { return big_endian(bytes_, 28); }

  bool operator==(const PageHeader& other) const { return bytes_ == other.bytes_; }

 private:
  std::string bytes_;
};

}  // namespace attache
