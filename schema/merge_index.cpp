// SPDX-License-Identifier: MIT
#include "schema/merge_index.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "schema/errors.h"
#include "schema/index_reader.h"

namespace attache {

/// A segment of the source at a sentence that was copied, under its new id.
struct MergedIndex::Stream {
  std::unique_ptr<IndexReader> reader;
  std::int64_t sentence = 0;
};

namespace {

/// What is handed over together: pages, or sizes of sentences.
constexpr std::size_t pages_together = 64, sizes_together = 4096;

std::string_view blob_in(const Prepared& row, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

constexpr const char* structure_query = "SELECT block FROM main.sentences_fts_data WHERE id = 10";
constexpr const char* totals_query = "SELECT block FROM main.sentences_fts_data WHERE id = 1";
constexpr const char* not_ours = "the full-text index is not as attache makes it";

std::string setting_query(const char* name) {
  return std::string("SELECT v FROM main.sentences_fts_config WHERE k = '") + name + "'";
}

IndexStructure structure_of(const MergeSource& from) {
  const Prepared version = from.rows(setting_query("version"));
  if (!from.next(version) || sqlite3_column_int64(version.get(), 0) != index_form_version)
    from.damaged(not_ours);
  const Prepared row = from.rows(structure_query);
  auto structure =
      from.next(row) ? IndexStructure::parse(blob_in(row, 0)) : std::optional<IndexStructure>();
  if (!structure) from.damaged(not_ours);
  return *structure;
}

}  // namespace

void IndexPart::clear() {
  pages.clear();
  found_by.clear();
  sizes.clear();
  words = 0;
}

MergedIndex::MergedIndex(const MergeSource& from, IdRuns sentences, std::size_t page_size)
    : from_(from), sentences_(std::move(sentences)), page_size_(page_size) {
  const IndexStructure structure = structure_of(from);
  // Newer ones in front: what they say of a sentence is what holds.
  for (const IndexLevel& level : structure.levels)
    for (auto segment = level.segments.rbegin(); segment != level.segments.rend(); ++segment)
      if (segment->first > 0) streams_.push_back({std::make_unique<IndexReader>(from, *segment)});
  sizes_ = from.rows("SELECT id, sz FROM main.sentences_fts_docsize ORDER BY id");
}

MergedIndex::~MergedIndex() = default;

void MergedIndex::give_all(const Give& give) {
  give_ = &give;
  give_pages();
  give_sizes();
}

void MergedIndex::hand_on() {
  (*give_)([this](IndexPart& part) { std::swap(part, part_); });
  part_.clear();
}

void MergedIndex::page(std::int64_t number, const std::string& block) {
  part_.pages.push_back({number, block});
  if (part_.pages.size() >= pages_together) hand_on();
}

void MergedIndex::found_by(const std::string& word, std::int64_t page) {
  part_.found_by.push_back({word, page});
}

/// To the next sentence of the word that was copied; false where there is none.
bool MergedIndex::advance(Stream& stream) const {
  while (stream.reader->next_sentence()) {
    const auto id = sentences_.find(stream.reader->sentence());
    if (!id) continue;
    stream.sentence = *id;
    return true;
  }
  return false;
}

/// What one segment alone says of a word: nearly all of a knowledge base that was seeded at once.
void MergedIndex::write_alone(Stream& stream, IndexWriter& writer) const {
  bool written = false;
  while (advance(stream)) {
    if (stream.reader->places().empty()) continue;
    if (!written) writer.word(stream.reader->word());
    written = true;
    writer.sentence(stream.sentence, stream.reader->places());
  }
}

/// Merges what several segments say of one word, which is written once there is a sentence.
void MergedIndex::write_word(const std::vector<Stream*>& all, IndexWriter& writer) const {
  if (all.size() == 1) return write_alone(*all.front(), writer);
  std::vector<Stream*> left;
  for (Stream* stream : all)
    if (advance(*stream)) left.push_back(stream);
  for (bool written = false; !left.empty();) {
    // The first of equal ones is the newest.
    const Stream& next = **std::min_element(left.begin(), left.end(), [](auto* one, auto* other) {
      return one->sentence < other->sentence;
    });
    const std::int64_t id = next.sentence;
    if (!next.reader->places().empty()) {
      if (!written) writer.word(next.reader->word());
      written = true;
      writer.sentence(id, next.reader->places());
    }
    std::erase_if(left,
                  [&](Stream* stream) { return stream->sentence == id && !advance(*stream); });
  }
}

void MergedIndex::give_pages() {
  IndexWriter writer(*this, page_size_);
  std::vector<Stream*> left, here;
  for (Stream& stream : streams_)
    if (stream.reader->next_word()) left.push_back(&stream);
  while (!left.empty()) {
    const std::string word =
        (*std::min_element(left.begin(), left.end(), [](auto* one, auto* other) {
          return one->reader->word() < other->reader->word();
        }))->reader->word();
    here.clear();
    for (Stream* stream : left)
      if (stream->reader->word() == word) here.push_back(stream);
    write_word(here, writer);
    std::erase_if(left, [&](Stream* stream) {
      return stream->reader->word() == word && !stream->reader->next_word();
    });
  }
  writer.finish();
  hand_on();
}

/// How many words the next sentences have; false where there are no more.
bool MergedIndex::read_size() {
  const auto alone = from_.alone();
  while (part_.sizes.size() < sizes_together) {
    if (!from_.next(sizes_)) return false;
    const auto id = sentences_.find(sqlite3_column_int64(sizes_.get(), 0));
    if (!id) continue;
    const std::string_view size = blob_in(sizes_, 1);
    std::size_t at = 0;
    const auto words = index_number(size, at);
    if (!words) from_.damaged("the full-text index is not as it was stored");
    part_.sizes.add_number(*id);
    part_.sizes.add_bytes(size);
    part_.words += *words;
  }
  return true;
}

void MergedIndex::give_sizes() {
  std::uint64_t sentences = 0;
  for (bool more = true; more;) {
    more = read_size();
    sentences += part_.sizes.size();
    hand_on();
  }
  if (sentences != sentences_.size())
    from_.damaged("the full-text index does not hold all sentences");
}

namespace {

IndexStructure structure_in(SQLite::Database& to) {
  const Prepared version = prepare(to, setting_query("version"));
  if (!step(to, version) || sqlite3_column_int64(version.get(), 0) != index_form_version)
    throw SQLite::Exception(not_ours, SQLITE_CORRUPT);
  const Prepared row = prepare(to, structure_query);
  auto structure = step(to, row) ? IndexStructure::parse(blob_in(row, 0)) : std::nullopt;
  if (!structure || structure->free_number() == 0)
    throw SQLite::Exception("the full-text index can't take more; run 'attache check --repair'",
                            SQLITE_CORRUPT);
  return *structure;
}

std::size_t page_size_in(SQLite::Database& to) {
  const Prepared row = prepare(to, setting_query("pgsz"));
  constexpr std::int64_t least = 64;
  return step(to, row) ? static_cast<std::size_t>(
                             std::max(sqlite3_column_int64(row.get(), 0), sqlite3_int64{least}))
                       : index_page_size;
}

void replace(SQLite::Database& to, std::int64_t id, const std::string& bytes) {
  const Prepared row =
      prepare(to, "INSERT OR REPLACE INTO main.sentences_fts_data(id, block) VALUES (?, ?)");
  sqlite3_bind_int64(row.get(), 1, id);
  sqlite3_bind_blob(row.get(), 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
  step(to, row);
}

void add_totals(SQLite::Database& to, std::uint64_t sentences, std::uint64_t words) {
  const Prepared row = prepare(to, totals_query);
  std::size_t at = 0;
  std::string bytes;
  const std::string before = step(to, row) ? std::string(blob_in(row, 0)) : std::string();
  for (const std::uint64_t total : {sentences, words})
    add_index_number(bytes, index_number(before, at).value_or(0) + total);
  replace(to, index_totals_id, bytes);
}

}  // namespace

IndexStore::IndexStore(SQLite::Database& to)
    : to_(to),
      open_(to),
      structure_(structure_in(to)),
      number_(structure_.free_number()),
      page_size_(page_size_in(to)),
      insert_page_(prepare(to, "INSERT INTO main.sentences_fts_data(id, block) VALUES (?, ?)")),
      insert_word_(
          prepare(to, "INSERT INTO main.sentences_fts_idx(segid, term, pgno) VALUES (?, ?, ?)")),
      insert_sizes_(to, IndexPart().sizes) {}

void IndexStore::store(const IndexPart& part) {
  for (const IndexPart::Page& page : part.pages) {
    sqlite3_reset(insert_page_.get());
    sqlite3_bind_int64(insert_page_.get(), 1, index_page_id(number_, page.number));
    sqlite3_bind_blob(insert_page_.get(), 2, page.block.data(), static_cast<int>(page.block.size()),
                      SQLITE_STATIC);
    step(to_, insert_page_);
  }
  for (const IndexPart::Word& word : part.found_by) {
    sqlite3_reset(insert_word_.get());
    sqlite3_bind_int64(insert_word_.get(), 1, number_);
    sqlite3_bind_blob(insert_word_.get(), 2, word.word.c_str(), static_cast<int>(word.word.size()),
                      SQLITE_STATIC);
    sqlite3_bind_int64(insert_word_.get(), 3, word.page << 1);  // no list to skip through
    step(to_, insert_word_);
  }
  for (std::size_t row = 0; row < part.sizes.size(); ++row) insert_sizes_.add(part.sizes, row);
  pages_ += static_cast<std::int64_t>(part.pages.size());
  sentences_ += part.sizes.size();
  words_ += part.words;
}

void IndexStore::finish() {
  insert_sizes_.flush();
  add_totals(to_, sentences_, words_);
  if (pages_ == 0) return;
  if (structure_.levels.empty()) structure_.levels.emplace_back();
  structure_.levels.front().segments.push_back({number_, 1, pages_});
  structure_.writes += static_cast<std::uint64_t>(pages_);
  replace(to_, index_structure_id, structure_.bytes());
}

}  // namespace attache
