// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/index_form.h"
#include "schema/merge_source.h"

namespace attache {

/// Reads a segment of the full-text index of another knowledge base, word by word and place by
/// place, without trust in what stands there. It has the source alone for each page that it reads.
/// Everything here throws KnowledgeBaseError.
class IndexReader {
 public:
  IndexReader(const MergeSource& from, const IndexSegment& segment);

  /// The next word, in the order of bytes; false where there is none.
  bool next_word();
  const std::string& word() const { return word_; }

  /// The next sentence that has the word; false where there is none.
  bool next_sentence();
  std::int64_t sentence() const { return sentence_; }
  /// Where it stands there, as FTS5 writes it; empty where the sentence does not have it any more.
  std::string_view places() const { return places_; }

 private:
  bool next_page();
  std::size_t end() const { return words_read_ < words_.size() ? words_[words_read_] : size_; }
  std::uint64_t number();
  std::string_view bytes(std::uint64_t count);
  void read_places(std::uint64_t count);
  [[noreturn]] void damaged() const;

  const MergeSource& from_;
  Prepared pages_;
  std::string page_;
  std::size_t size_ = 0;            ///< of what is no list of words
  std::size_t first_sentence_ = 0;  ///< where the first one stands that counts from none before it
  std::vector<std::size_t> words_;  ///< where they begin
  std::size_t words_read_ = 0, at_ = 0;
  std::string word_, places_;
  std::int64_t sentence_ = 0;
  bool first_of_word_ = false;
  bool begun_ = false, ended_ = false;
};

}  // namespace attache
