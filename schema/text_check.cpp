// SPDX-License-Identifier: MIT
#include "schema/text_check.h"

#include <SQLiteCpp/Database.h>
#include <utf8proc.h>

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "schema/characters.h"
#include "schema/document_digests.h"
#include "schema/index_check.h"
#include "schema/prepared.h"
#include "schema/spans.h"

namespace attache {
namespace {

using Kind = Problem::Kind;

std::string_view text_in(const Prepared& row, int column) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row.get(), column))};
}

bool is_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(bytes, left, &code);
    if (size <= 0) return false;
    bytes += size;
    left -= size;
  }
  return true;
}

class TextCheck {
 public:
  TextCheck(SQLite::Database& database, const std::function<void(const Problem&)>& report)
      : database_(database),
        report_(report),
        index_(database),
        digests_(database),
        documents_(prepare(database,
                           "SELECT d.slug, t.text, d.document_id, d.first_sentence_id, "
                           "d.sentence_count, coalesce(d.version_of, d.identity) FROM documents AS "
                           "d JOIN document_texts AS t "
                           "USING (document_id) ORDER BY d.document_id")),
        sentences_(prepare(database,
                           "SELECT sentence_id, start_byte, end_byte, ordinal, start_char, "
                           "end_char FROM sentences "
                           "WHERE sentence_id >= ?2 AND sentence_id < ?2 + ?3 AND document_id = ?1 "
                           "ORDER BY sentence_id")),
        citations_(prepare(database,
                           "SELECT citation_id, start_byte, end_byte, start_char, end_char, "
                           "statement_start_byte, statement_end_byte, statement_start_char, "
                           "statement_end_char FROM citations WHERE "
                           "sentence_id >= ?2 AND sentence_id < ?2 + ?3 ORDER BY citation_id")) {}

  void run() {
    while (step(database_, documents_)) {
      slug_ = text_in(documents_, 0);
      text_ = text_in(documents_, 1);
      if (!is_utf8(text_)) report_({slug_, "has a text that is not UTF-8", Kind::text});
      characters_.emplace(text_);
      check_digests();
      check_sentences();
      check_citations();
    }
    for (std::string& words : index_.finish())
      report_({"sentences_fts", std::move(words), Kind::index});
  }

 private:
  void restart(const Prepared& statement) {
    sqlite3_reset(statement.get());
    for (int i = 1; i <= 3 && i <= sqlite3_bind_parameter_count(statement.get()); ++i)
      sqlite3_bind_int64(statement.get(), i, sqlite3_column_int64(documents_.get(), i + 1));
  }

  void check_digests() {
    using State = DocumentDigests::State;
    const std::int64_t id = sqlite3_column_int64(documents_.get(), 2);
    const State text = digests_.text(id, text_);
    if (text == State::unknown) return tell("has no digest");
    if (text == State::changed && digests_.text_is_the_file(id))
      tell("has the text that was seeded, and another digest of it");
    else if (text == State::changed)
      report_({slug_, "has not the text that was seeded" + way_back(), Kind::text});
    rows_are_sound_ = digests_.rows(id) == State::sound;
    if (!rows_are_sound_) tell("has not the sentences, rows and citations that were extracted");
  }

  /// Where the text can be had again.
  std::string way_back() const {
    const std::string path(text_in(documents_, 5));
    std::error_code error;
    if (path.empty() || !std::filesystem::is_regular_file(path, error)) return {};
    return "; after --repair, 'attache seed --force " + path + "' reads it again";
  }

  void check_sentences() {
    restart(sentences_);
    std::int64_t last_end = 0;
    for (std::int64_t ordinal = 0; step(database_, sentences_); ++ordinal) {
      const auto number = [&](int column) {
        return sqlite3_column_int64(sentences_.get(), column);
      };
      const std::string name = "sentence " + std::to_string(number(3));
      if (number(3) != ordinal) tell(name + " is not in its place");
      if (number(1) < last_end) tell(name + " does not follow the one before it");
      last_end = number(2);
      if (const auto words = cut(text_, number(1), number(2))) index_.sentence(number(0), *words);
      else if (lies_inside(number(1), number(2))) tell(name + " begins or ends inside a character");
      check_characters(name, sentences_, {{1, 4}, {2, 5}});
    }
  }

  void check_citations() {
    restart(citations_);
    while (step(database_, citations_)) {
      const auto number = [&](int column) {
        return sqlite3_column_int64(citations_.get(), column);
      };
      if (lies_inside(number(1), number(2)) && !cut(text_, number(1), number(2)))
        tell("citation " + std::to_string(number(0)) + " begins or ends inside a character");
      check_characters("citation " + std::to_string(number(0)), citations_,
                       {{1, 3}, {2, 4}, {5, 7}, {6, 8}});
    }
  }

  /// Of columns with a byte and with its character: another program may not have written the one as
  /// the other says. Where the bytes were changed, that is told.
  void check_characters(const std::string& name, const Prepared& row,
                        std::initializer_list<std::pair<int, int>> places) {
    if (!rows_are_sound_) return;
    for (const auto& [byte, character] : places) {
      const bool known = sqlite3_column_type(row.get(), byte) != SQLITE_NULL;
      const std::int64_t at = sqlite3_column_int64(row.get(), byte);
      if (known && !is_boundary(text_, at)) continue;
      const bool counted = sqlite3_column_type(row.get(), character) != SQLITE_NULL;
      if (known == counted && (!known || sqlite3_column_int64(row.get(), character) ==
                                             characters_->before(static_cast<std::size_t>(at))))
        continue;
      return tell(name + " has another place in characters than in bytes");
    }
  }

  /// What does not is told by the view `problems`.
  bool lies_inside(std::int64_t start, std::int64_t end) const {
    return start >= 0 && start <= end && static_cast<std::uint64_t>(end) <= text_.size();
  }

  void tell(std::string what) { report_({slug_, std::move(what), Kind::rows}); }

  SQLite::Database& database_;
  const std::function<void(const Problem&)>& report_;
  IndexCheck index_;
  DocumentDigests digests_;
  Prepared documents_, sentences_, citations_;
  std::string slug_;
  std::string_view text_;  // held by documents_
  std::optional<CharacterCounts> characters_;
  bool rows_are_sound_ = false;  ///< those of the document at hand
};

}  // namespace

void check_texts(SQLite::Database& database, const std::function<void(const Problem&)>& report) {
  TextCheck(database, report).run();
}

}  // namespace attache
