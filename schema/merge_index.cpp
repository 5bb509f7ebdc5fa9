// SPDX-License-Identifier: MIT
#include "schema/merge_index.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <memory>
#include <span>

#include "schema/errors.h"
#include "schema/hardening.h"
#include "schema/index_form.h"
#include "schema/index_reader.h"
#include "schema/index_writer.h"

namespace attache {
namespace {

std::string_view blob_in(const Prepared& row, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row.get(), column));
  return {bytes == nullptr ? "" : bytes,
          static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

constexpr const char* structure_query = "SELECT block FROM main.sentences_fts_data WHERE id = 10";
constexpr const char* totals_query = "SELECT block FROM main.sentences_fts_data WHERE id = 1";

/// A segment of the source at a sentence that was copied, under its new id.
struct Stream {
  std::unique_ptr<IndexReader> reader;
  std::int64_t sentence = 0;
};

/// Those of a source, newer ones in front: what they say of a sentence is what holds.
std::vector<Stream> streams_of(const MergeSource& from) {
  const Prepared row = from.rows(structure_query);
  const auto structure =
      from.next(row) ? IndexStructure::parse(blob_in(row, 0)) : std::optional<IndexStructure>();
  if (!structure) from.damaged("the full-text index is not as attache makes it");
  std::vector<Stream> streams;
  for (const IndexLevel& level : structure->levels)
    for (auto segment = level.segments.rbegin(); segment != level.segments.rend(); ++segment)
      if (segment->first > 0) streams.push_back({std::make_unique<IndexReader>(from, *segment)});
  return streams;
}

/// To the next sentence of the word that was copied; false where there is none.
bool advance(Stream& stream, const IdRuns& sentences) {
  while (stream.reader->next_sentence()) {
    const auto id = sentences.find(stream.reader->sentence());
    if (!id) continue;
    stream.sentence = *id;
    return true;
  }
  return false;
}

/// What one segment alone says of a word: nearly all of a knowledge base that was seeded at once.
void write_alone(Stream& stream, const IdRuns& sentences, IndexWriter& writer) {
  bool written = false;
  while (advance(stream, sentences)) {
    if (stream.reader->places().empty()) continue;
    if (!written) writer.word(stream.reader->word());
    written = true;
    writer.sentence(stream.sentence, stream.reader->places());
  }
}

/// Merges what several segments say of one word, which is written once there is a sentence.
void write_word(const std::vector<Stream*>& all, const IdRuns& sentences, IndexWriter& writer) {
  if (all.size() == 1) return write_alone(*all.front(), sentences, writer);
  std::vector<Stream*> left;
  for (Stream* stream : all)
    if (advance(*stream, sentences)) left.push_back(stream);
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
    std::erase_if(left, [&](Stream* stream) {
      return stream->sentence == id && !advance(*stream, sentences);
    });
  }
}

/// Gives the number of pages.
std::int64_t write_segment(std::vector<Stream> streams, const IdRuns& sentences,
                           IndexWriter& writer) {
  std::vector<Stream*> left, here;
  for (Stream& stream : streams)
    if (stream.reader->next_word()) left.push_back(&stream);
  while (!left.empty()) {
    const std::string word =
        (*std::min_element(left.begin(), left.end(), [](auto* one, auto* other) {
          return one->reader->word() < other->reader->word();
        }))->reader->word();
    here.clear();
    for (Stream* stream : left)
      if (stream->reader->word() == word) here.push_back(stream);
    write_word(here, sentences, writer);
    std::erase_if(left, [&](Stream* stream) {
      return stream->reader->word() == word && !stream->reader->next_word();
    });
  }
  return writer.finish();
}

/// How many words each sentence has. Gives the number of sentences and of words.
std::pair<std::uint64_t, std::uint64_t> copy_sizes(const MergeSource& from, SQLite::Database& to,
                                                   const IdRuns& sentences) {
  const Prepared rows = from.rows("SELECT id, sz FROM main.sentences_fts_docsize ORDER BY id");
  const Prepared insert =
      prepare(to, "INSERT INTO main.sentences_fts_docsize(id, sz) VALUES (?, ?)");
  std::pair<std::uint64_t, std::uint64_t> totals;
  while (from.next(rows)) {
    const auto id = sentences.find(sqlite3_column_int64(rows.get(), 0));
    if (!id) continue;
    std::size_t at = 0;
    const auto words = index_number(blob_in(rows, 1), at);
    if (!words) from.damaged("the full-text index is not as it was stored");
    sqlite3_reset(insert.get());
    sqlite3_bind_int64(insert.get(), 1, *id);
    sqlite3_bind_value(insert.get(), 2, sqlite3_column_value(rows.get(), 1));
    step(to, insert);
    ++totals.first;
    totals.second += *words;
  }
  return totals;
}

void replace(SQLite::Database& to, std::int64_t id, const std::string& bytes) {
  const Prepared row =
      prepare(to, "INSERT OR REPLACE INTO main.sentences_fts_data(id, block) VALUES (?, ?)");
  sqlite3_bind_int64(row.get(), 1, id);
  sqlite3_bind_blob(row.get(), 2, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
  step(to, row);
}

void add_totals(SQLite::Database& to, std::pair<std::uint64_t, std::uint64_t> added) {
  const Prepared row = prepare(to, totals_query);
  std::size_t at = 0;
  std::string bytes;
  const std::string before = step(to, row) ? std::string(blob_in(row, 0)) : std::string();
  for (const std::uint64_t total : {added.first, added.second})
    add_index_number(bytes, index_number(before, at).value_or(0) + total);
  replace(to, index_totals_id, bytes);
}

IndexStructure structure_in(SQLite::Database& to) {
  const Prepared row = prepare(to, structure_query);
  auto structure = step(to, row) ? IndexStructure::parse(blob_in(row, 0)) : std::nullopt;
  if (!structure || structure->free_number() == 0)
    throw SQLite::Exception("the full-text index can't take more; run 'attache check --repair'",
                            SQLITE_CORRUPT);
  return *structure;
}

std::int64_t setting(const MergeSource* from, SQLite::Database& to, const char* name,
                     std::int64_t otherwise) {
  const std::string sql =
      std::string("SELECT v FROM main.sentences_fts_config WHERE k = '") + name + "'";
  const Prepared row = from != nullptr ? from->rows(sql) : prepare(to, sql);
  const bool found = from != nullptr ? from->next(row) : step(to, row);
  return found ? sqlite3_column_int64(row.get(), 0) : otherwise;
}

void require_known_form(const MergeSource& from, SQLite::Database& to) {
  if (setting(&from, to, "version", 0) != index_form_version)
    from.damaged("the full-text index is not as attache makes it");
  if (setting(nullptr, to, "version", 0) != index_form_version)
    throw SQLite::Exception("the full-text index is not as attache makes it", SQLITE_CORRUPT);
}

}  // namespace

void merge_index(const MergeSource& from, SQLite::Database& to, const IdRuns& sentences) {
  require_known_form(from, to);
  const OpenDefinitions open(to);
  IndexStructure structure = structure_in(to);
  const std::int64_t number = structure.free_number();
  const std::int64_t page_size =
      setting(nullptr, to, "pgsz", static_cast<std::int64_t>(index_page_size));
  IndexWriter writer(to, number, static_cast<std::size_t>(std::max<std::int64_t>(page_size, 64)));
  const std::int64_t pages = write_segment(streams_of(from), sentences, writer);
  const auto totals = copy_sizes(from, to, sentences);
  if (totals.first != sentences.size())
    from.damaged("the full-text index does not hold all sentences");
  add_totals(to, totals);
  if (pages == 0) return;
  if (structure.levels.empty()) structure.levels.emplace_back();
  structure.levels.front().segments.push_back({number, 1, pages});
  structure.writes += static_cast<std::uint64_t>(pages);
  replace(to, index_structure_id, structure.bytes());
}

}  // namespace attache
