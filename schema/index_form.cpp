// SPDX-License-Identifier: MIT
#include "schema/index_form.h"

#include <array>
#include <unordered_set>

namespace attache {
namespace {

constexpr std::size_t cookie_size = 4;
constexpr std::size_t longest_number = 9;
/// Levels beyond this are none: each is many times larger than the one before.
constexpr std::uint64_t most_levels = 64;

/// Reads numbers one after another; once one is missing, all that follow are 0.
class Numbers {
 public:
  Numbers(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}
  std::uint64_t next() {
    const auto number = index_number(bytes_, at_);
    if (!number) whole_ = false;
    return number.value_or(0);
  }
  bool whole() const { return whole_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_;
  bool whole_ = true;
};

bool is_segment(const IndexSegment& segment) {
  constexpr std::int64_t most_pages = std::int64_t{1} << 31;
  return segment.number > 0 && segment.number <= most_index_segments && segment.first >= 0 &&
         segment.last >= segment.first && segment.last < most_pages;
}

}  // namespace

std::optional<std::uint64_t> long_index_number(std::string_view bytes, std::size_t& at) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < longest_number; ++i) {
    if (at >= bytes.size()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (i + 1 == longest_number) return (number << 8) | byte;
    number = (number << 7) | (byte & 0x7fU);
    if (byte < 0x80) return number;
  }
  return std::nullopt;
}

void add_index_number(std::string& bytes, std::uint64_t number) {
  if (number >> 56 != 0) {  // the ninth byte has eight bits
    for (int shift = 57; shift >= 8; shift -= 7)
      bytes += static_cast<char>(((number >> shift) & 0x7f) | 0x80);
    bytes += static_cast<char>(number & 0xff);
    return;
  }
  std::array<char, longest_number> reversed{};
  std::size_t size = 0;
  do {
    reversed[size] = static_cast<char>((number & 0x7f) | (size == 0 ? 0 : 0x80));
    ++size;
    number >>= 7;
  } while (number != 0);
  while (size > 0) bytes += reversed[--size];
}

std::optional<IndexStructure> IndexStructure::parse(std::string_view bytes) {
  if (bytes.size() < cookie_size) return std::nullopt;
  IndexStructure structure;
  structure.cookie = bytes.substr(0, cookie_size);
  Numbers numbers(bytes, cookie_size);
  const std::uint64_t levels = numbers.next();
  std::uint64_t segments = numbers.next();
  structure.writes = numbers.next();
  if (levels > most_levels || segments > std::uint64_t{most_index_segments}) return std::nullopt;
  for (std::uint64_t i = 0; i < levels && numbers.whole(); ++i) {
    IndexLevel& level = structure.levels.emplace_back();
    level.merging = numbers.next();
    const std::uint64_t here = numbers.next();
    if (here > segments) return std::nullopt;
    segments -= here;
    for (std::uint64_t s = 0; s < here && numbers.whole(); ++s) {
      IndexSegment& segment = level.segments.emplace_back();
      segment.number = static_cast<std::int64_t>(numbers.next());
      segment.first = static_cast<std::int64_t>(numbers.next());
      segment.last = static_cast<std::int64_t>(numbers.next());
      if (!is_segment(segment)) return std::nullopt;
    }
  }
  if (!numbers.whole() || !numbers.at_end() || segments != 0) return std::nullopt;
  return structure;
}

std::string IndexStructure::bytes() const {
  std::string bytes = cookie;
  std::uint64_t segments = 0;
  for (const IndexLevel& level : levels) segments += level.segments.size();
  for (const std::uint64_t number : {std::uint64_t{levels.size()}, segments, writes})
    add_index_number(bytes, number);
  for (const IndexLevel& level : levels) {
    add_index_number(bytes, level.merging);
    add_index_number(bytes, level.segments.size());
    for (const IndexSegment& segment : level.segments)
      for (const std::int64_t number : {segment.number, segment.first, segment.last})
        add_index_number(bytes, static_cast<std::uint64_t>(number));
  }
  return bytes;
}

std::int64_t IndexStructure::free_number() const {
  std::unordered_set<std::int64_t> taken;
  for (const IndexLevel& level : levels)
    for (const IndexSegment& segment : level.segments) taken.insert(segment.number);
  for (std::int64_t number = 1; number <= most_index_segments; ++number)
    if (!taken.contains(number)) return number;
  return 0;
}

}  // namespace attache
