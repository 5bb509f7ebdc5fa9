// SPDX-License-Identifier: MIT
#include "schema/index_writer.h"

#include <algorithm>

#include "schema/index_form.h"

namespace attache {
namespace {

constexpr std::size_t header_size = 4;

void put_short(std::string& bytes, std::size_t at, std::size_t number) {
  bytes[at] = static_cast<char>(number >> 8);
  bytes[at + 1] = static_cast<char>(number & 0xff);
}

std::size_t in_common(std::string_view one, std::string_view other) {
  const std::size_t most = std::min(one.size(), other.size());
  return static_cast<std::size_t>(
      std::mismatch(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(most), other.begin())
          .first -
      one.begin());
}

/// Of `bytes`, which are whole numbers, as many as keep within `most`, but one number at least.
std::size_t whole_numbers(std::string_view bytes, std::size_t most) {
  std::size_t at = 0;
  index_number(bytes, at);
  for (std::size_t next = at; next < bytes.size() && next < most;) {
    if (!index_number(bytes, next) || next > most) break;
    at = next;
  }
  return at;
}

}  // namespace

IndexWriter::IndexWriter(IndexPages& to, std::size_t page_size) : to_(to), page_size_(page_size) {
  begin_page();
}

void IndexWriter::begin_page() {
  ++number_;
  page_.assign(header_size, '\0');
  words_.clear();
  last_word_at_ = 0;
  has_word_ = has_sentence_ = false;
}

void IndexWriter::end_page() {
  put_short(page_, 2, page_.size());
  page_ += words_;
  to_.page(number_, page_);
  begin_page();
}

void IndexWriter::write_remembered() {
  if (remembered_page_ == 0) return;
  to_.found_by(remembered_, remembered_page_);
  remembered_page_ = 0;
}

void IndexWriter::remember(std::string_view word) {
  write_remembered();
  remembered_ = word;
  remembered_page_ = number_;
}

void IndexWriter::word(std::string_view word) {
  if (full(word.size() + 2) && page_.size() > header_size) end_page();
  add_index_number(words_, page_.size() - last_word_at_);
  last_word_at_ = page_.size();
  const std::size_t common = in_common(last_word_, word);
  if (!has_word_) {
    // Enough of it to tell it from the word before.
    if (number_ != 1) remember(last_word_.empty() ? word : word.substr(0, common + 1));
    add_index_number(page_, word.size());
    page_ += word;
  } else {
    add_index_number(page_, common);
    add_index_number(page_, word.size() - common);
    page_ += word.substr(common);
  }
  last_word_ = word;
  has_word_ = has_sentence_ = first_of_word_ = true;
}

void IndexWriter::sentence(std::int64_t id, std::string_view places) {
  if (full()) end_page();
  const bool first_of_page = !has_sentence_;
  if (first_of_page) put_short(page_, 0, page_.size());
  const bool counts_from_none = first_of_page || first_of_word_;
  add_index_number(page_, static_cast<std::uint64_t>(counts_from_none ? id : id - last_sentence_));
  has_sentence_ = true;
  first_of_word_ = false;
  last_sentence_ = id;
  add_index_number(page_, std::uint64_t{places.size()} << 1);
  add_places(places);
}

/// Numbers stay whole where they go on on the next page.
void IndexWriter::add_places(std::string_view places) {
  while (!places.empty()) {
    const std::size_t used = page_.size() + words_.size();
    const std::size_t space = used < page_size_ ? page_size_ - used : 0;
    const std::size_t here = places.size() <= space ? places.size() : whole_numbers(places, space);
    if (here > space && page_.size() > header_size) {
      end_page();
      continue;
    }
    page_ += places.substr(0, here);
    places.remove_prefix(here);
    if (!places.empty()) end_page();
  }
}

std::int64_t IndexWriter::finish() {
  const bool empty = number_ == 1 && page_.size() == header_size;
  if (page_.size() > header_size) end_page();
  if (!empty) write_remembered();
  return number_ - 1;
}

}  // namespace attache
