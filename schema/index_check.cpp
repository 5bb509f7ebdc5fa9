// SPDX-License-Identifier: MIT
#include "schema/index_check.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <random>

#include "schema/definitions.h"
#include "schema/errors.h"
#include "schema/mixed.h"

namespace attache {
namespace {

/// FTS5 keeps so many bytes of a word.
constexpr std::size_t longest_term = 32768;

/// SQLite's variable-length integer at `at`; moves behind it.
std::int64_t varint(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (int i = 0; i < 9 && at < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (i == 8) return static_cast<std::int64_t>((value << 8) | byte);
    value = (value << 7) | (byte & 0x7F);
    if (byte < 0x80) break;
  }
  return static_cast<std::int64_t>(value);
}

std::string_view blob(const Prepared& row, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

using Settings = std::map<std::string, std::string>;

Settings settings_of(SQLite::Database& database) {
  Settings settings;
  SQLite::Statement rows(database, "SELECT k, v FROM sentences_fts_config");
  while (rows.executeStep())
    settings[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
  return settings;
}

/// A table of temp can be made where the file is open for queries only, but not while the
/// connection refuses all writing.
void make_vocabulary(SQLite::Database& database) {
  const int refuses = database.execAndGet("PRAGMA query_only").getInt();
  database.exec(
      "PRAGMA query_only = OFF;"
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_entries USING "
      "fts5vocab(main, sentences_fts, instance)");
  if (refuses != 0) database.exec("PRAGMA query_only = ON");
}

}  // namespace

IndexCheck::IndexCheck(SQLite::Database& database)
    : database_(database),
      tokenizer_(database),
      size_(prepare(database, "SELECT sz FROM main.sentences_fts_docsize WHERE id = ?")),
      seed_((std::uint64_t{std::random_device()()} << 32) ^ std::random_device()()) {}

std::uint64_t IndexCheck::number_of(std::string_view term, std::int64_t sentence,
                                    std::int64_t place) const {
  std::uint64_t number = seed_;
  for (const char c : term) number = (number ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  number = mixed(number ^ mixed(seed_ ^ term.size()));
  return mixed(mixed(number ^ static_cast<std::uint64_t>(sentence)) ^
               static_cast<std::uint64_t>(place));
}

void IndexCheck::sentence(std::int64_t id, std::string_view text) {
  std::int64_t place = 0;
  tokenizer_.each(text, [&](std::string_view term, bool colocated) {
    if (colocated) additions_.insert(number_of(term.substr(0, longest_term), id, place - 1));
    else words_ += number_of(term.substr(0, longest_term), id, place++);
  });
  ++sentences_;
  tokens_ += place;
  sqlite3_reset(size_.get());
  sqlite3_bind_int64(size_.get(), 1, id);
  if (!step(database_, size_)) return;  // told by the view `problems`
  std::size_t at = 0;
  sizes_wrong_ = sizes_wrong_ || varint(blob(size_, 0), at) != place;
  sqlite3_reset(size_.get());
}

void IndexCheck::read_index() {
  make_vocabulary(database_);
  const Prepared rows = prepare(database_, "SELECT term, doc, \"offset\" FROM temp.index_entries");
  const Prepared lookup = prepare(database_, "SELECT 1 FROM temp.index_entries WHERE term = ?");
  std::string term;
  while (step(database_, rows)) {
    if (blob(rows, 0) != term) {
      term = blob(rows, 0);
      all_are_found_ = all_are_found_ && finds(lookup, term);
    }
    const auto number = number_of(blob(rows, 0), sqlite3_column_int64(rows.get(), 1),
                                  sqlite3_column_int64(rows.get(), 2));
    if (!additions_.contains(number)) entries_ += number;
  }
}

/// Whether a search comes to the word: that goes through a list of pages, which reading all of them
/// does not.
bool IndexCheck::finds(const Prepared& lookup, const std::string& term) {
  sqlite3_reset(lookup.get());
  sqlite3_bind_text(lookup.get(), 1, term.data(), static_cast<int>(term.size()), SQLITE_STATIC);
  const bool found = step(database_, lookup);
  sqlite3_reset(lookup.get());
  return found;
}

/// The numbers that a search weighs its hits by: row 1 of FTS5's data.
bool IndexCheck::sizes_agree() {
  const Prepared row = prepare(database_, "SELECT block FROM main.sentences_fts_data WHERE id = 1");
  if (sizes_wrong_ || !step(database_, row)) return false;
  const std::string_view totals = blob(row, 0);
  std::size_t at = 0;
  const std::int64_t sentences = varint(totals, at);
  const std::int64_t tokens = varint(totals, at);
  return sentences == sentences_ && tokens == tokens_;
}

std::vector<std::string> IndexCheck::configuration() {
  if (settings_of(database_) == settings_of(*made_anew())) return {};
  return {"the full-text index is not configured as attache configures it"};
}

std::vector<std::string> IndexCheck::finish() {
  std::vector<std::string> found;
  try {
    read_index();
    if (words_ != entries_) found.emplace_back("the full-text index does not agree with the text");
    else if (!all_are_found_)
      found.emplace_back("a search in the full-text index does not come to all of its words");
    else if (!sizes_agree())
      found.emplace_back("the full-text index does not agree with the length of the sentences");
    for (std::string& words : configuration()) found.push_back(std::move(words));
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    found.push_back(std::string("the full-text index can't be read (") + error.what() + ")");
  }
  return found;
}

}  // namespace attache
