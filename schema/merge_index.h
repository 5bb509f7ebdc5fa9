// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "schema/bulk_rows.h"
#include "schema/hardening.h"
#include "schema/id_runs.h"
#include "schema/index_form.h"
#include "schema/index_writer.h"
#include "schema/merge_source.h"

namespace attache {

/// A part of a segment of the full-text index, and of how many words sentences have.
struct IndexPart {
  struct Page {
    std::int64_t number = 0;
    std::string block;
  };
  struct Word {
    std::string word;
    std::int64_t page = 0;
  };
  std::vector<Page> pages;
  std::vector<Word> found_by;
  CopiedRows sizes{"sentences_fts_docsize", {"id", "sz"}};
  std::uint64_t words = 0;  ///< of the sentences in `sizes`

  void clear();
};

/// What the full-text index of a source holds of the sentences that were copied, as one segment
/// under their new ids: no text is cut into words again.
class MergedIndex : private IndexPages {
 public:
  /// `page_size` in bytes. Throws KnowledgeBaseError where the index is not as attache makes it.
  MergedIndex(const MergeSource& from, IdRuns sentences, std::size_t page_size);
  ~MergedIndex() override;

  /// Hands over an IndexPart that is filled by what it is given.
  using Give = std::function<void(const std::function<void(IndexPart&)>&)>;
  /// On whatever thread; it has the source alone while it reads. Throws KnowledgeBaseError where
  /// the index is not whole.
  void give_all(const Give& give);

 private:
  struct Stream;
  void page(std::int64_t number, const std::string& block) override;
  void found_by(const std::string& word, std::int64_t page) override;
  bool advance(Stream& stream) const;
  void write_alone(Stream& stream, IndexWriter& writer) const;
  void write_word(const std::vector<Stream*>& all, IndexWriter& writer) const;
  void give_pages();
  void give_sizes();
  bool read_size();
  void hand_on();

  const MergeSource& from_;
  IdRuns sentences_;
  std::size_t page_size_;
  std::vector<Stream> streams_;
  Prepared sizes_;
  const Give* give_ = nullptr;
  IndexPart part_;
};

/// Stores what a MergedIndex gives, as one segment more. To live in the transaction that copies the
/// sentences, where no statement of this connection has asked the index or written it. Everything
/// here throws SQLite::Exception.
class IndexStore {
 public:
  explicit IndexStore(SQLite::Database& to);

  std::size_t page_size() const { return page_size_; }
  void store(const IndexPart& part);
  /// To be called once all is stored.
  void finish();

 private:
  SQLite::Database& to_;
  OpenDefinitions open_;
  IndexStructure structure_;
  std::int64_t number_;
  std::size_t page_size_;
  Prepared insert_page_, insert_word_;
  BulkRows insert_sizes_;
  std::int64_t pages_ = 0;
  std::uint64_t sentences_ = 0, words_ = 0;
};

}  // namespace attache
