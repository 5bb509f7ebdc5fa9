// SPDX-License-Identifier: MIT
#include "schema/index_reader.h"

#include <algorithm>

namespace attache {
namespace {

constexpr std::size_t header_size = 4;

std::size_t short_number(std::string_view bytes, std::size_t at) {
  return std::size_t{static_cast<unsigned char>(bytes[at])} << 8 |
         static_cast<unsigned char>(bytes[at + 1]);
}

}  // namespace

IndexReader::IndexReader(const MergeSource& from, const IndexSegment& segment)
    : from_(from),
      pages_(from.rows("SELECT block FROM main.sentences_fts_data WHERE id BETWEEN ? AND ? "
                       "ORDER BY id")) {
  sqlite3_bind_int64(pages_.get(), 1, index_page_id(segment.number, segment.first));
  sqlite3_bind_int64(pages_.get(), 2, index_page_id(segment.number, segment.last));
}

void IndexReader::damaged() const { from_.damaged("the full-text index is not as it was stored"); }

bool IndexReader::next_page() {
  const auto alone = from_.alone();
  if (ended_ || !from_.next(pages_)) {
    ended_ = true;  // SQLite would begin anew
    return false;
  }
  const auto* block = static_cast<const char*>(sqlite3_column_blob(pages_.get(), 0));
  page_.assign(block == nullptr ? "" : block,
               static_cast<std::size_t>(sqlite3_column_bytes(pages_.get(), 0)));
  if (page_.size() < header_size) damaged();
  first_sentence_ = short_number(page_, 0);
  size_ = short_number(page_, 2);
  if (size_ < header_size || size_ > page_.size()) damaged();
  words_.clear();
  std::size_t word = 0;
  for (std::size_t at = size_; at < page_.size();) {
    const auto distance = index_number(page_, at);
    if (!distance || *distance == 0 || *distance >= size_ - word) damaged();
    word += *distance;
    if (word < header_size) damaged();
    words_.push_back(word);
  }
  words_read_ = 0;
  at_ = header_size;
  return true;
}

std::uint64_t IndexReader::number() {
  const auto found = index_number(std::string_view(page_).substr(0, end()), at_);
  if (!found) damaged();
  return *found;
}

std::string_view IndexReader::bytes(std::uint64_t count) {
  if (count > end() - at_) damaged();
  const std::string_view found = std::string_view(page_).substr(at_, count);
  at_ += count;
  return found;
}

bool IndexReader::next_word() {
  while (next_sentence()) {}
  if (!begun_) {
    begun_ = true;
    if (!next_page()) return false;
    if (at_ != end()) damaged();
  }
  if (words_read_ == words_.size()) return false;
  const bool first_of_page = words_read_ == 0;
  ++words_read_;
  const std::uint64_t kept = first_of_page ? 0 : number();
  const std::uint64_t added = number();
  if (kept > word_.size()) damaged();
  std::string word = word_.substr(0, kept);
  word += bytes(added);
  if (word <= word_) damaged();
  word_ = std::move(word);
  first_of_word_ = true;
  return true;
}

bool IndexReader::next_sentence() {
  if (!begun_) return false;
  while (at_ >= end()) {
    if (words_read_ < words_.size() || !next_page()) return false;
  }
  const bool counts_from_none = first_of_word_ || at_ == first_sentence_;
  const std::uint64_t id = number();
  sentence_ =
      static_cast<std::int64_t>(counts_from_none ? id : static_cast<std::uint64_t>(sentence_) + id);
  first_of_word_ = false;
  read_places(number() >> 1);  // the lowest bit says that what older segments have is gone
  return true;
}

/// They may go on on the next pages.
void IndexReader::read_places(std::uint64_t count) {
  places_.clear();
  while (count > 0) {
    if (at_ >= end()) {
      if (words_read_ < words_.size() || !next_page()) damaged();
      continue;
    }
    const std::uint64_t here = std::min<std::uint64_t>(count, end() - at_);
    places_ += bytes(here);
    count -= here;
  }
}

}  // namespace attache
