// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

/// Where the pages of a segment of the full-text index go, from 1 on.
class IndexPages {
 public:
  virtual ~IndexPages() = default;
  virtual void page(std::int64_t number, const std::string& block) = 0;
  /// A word by which the page is found: as much of its first one as tells it from the word before.
  virtual void found_by(const std::string& word, std::int64_t page) = 0;
};

/// Writes a segment of the full-text index as FTS5 does, but for what only makes it quicker to skip
/// through the longest lists. Throws what `to` throws.
class IndexWriter {
 public:
  /// `page_size` in bytes.
  IndexWriter(IndexPages& to, std::size_t page_size);

  /// Words in the order of bytes, each once.
  void word(std::string_view word);
  /// The sentences of the last word, in the order of their ids; `places` are not empty.
  void sentence(std::int64_t id, std::string_view places);
  /// Gives the number of pages that were written.
  std::int64_t finish();

 private:
  bool full(std::size_t more = 0) const {
    return page_.size() + words_.size() + more >= page_size_;
  }
  void begin_page();
  void end_page();
  /// The first word of the page that is being written can be found by this.
  void remember(std::string_view word);
  void write_remembered();
  void add_places(std::string_view places);

  IndexPages& to_;
  std::size_t page_size_;
  std::int64_t number_ = 0;   ///< of the page
  std::string page_, words_;  ///< what is written, and where its words begin
  std::size_t last_word_at_ = 0;
  std::string last_word_;
  std::int64_t last_sentence_ = 0;
  bool has_word_ = false, has_sentence_ = false, first_of_word_ = false;  ///< of the page
  std::string remembered_;
  std::int64_t remembered_page_ = 1;  ///< 0: none
};

}  // namespace attache
