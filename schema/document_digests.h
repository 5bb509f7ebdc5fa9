// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/digest.h"
#include "schema/digested_parts.h"
#include "schema/prepared.h"

namespace attache {

/// Digests of each document's text and of its sentences, rows and citations, by which check() finds
/// what another hand has changed. Opens no transaction. Everything here throws SQLite::Exception.
class DocumentDigests {
 public:
  explicit DocumentDigests(SQLite::Database& database);

  /// To be called once the document's text and rows are stored. A text that marks_changed() has
  /// marked stays marked until the one that was given is stored again, or a new one (`new_text`).
  void write(std::int64_t document_id, std::string_view text, bool new_text);
  void erase(std::int64_t document_id);
  /// The same of the rows alone, where a digest is stored: its text is as it was.
  void write_rows(std::int64_t document_id);

  enum class State { sound, changed, unknown };  ///< unknown: no digest is stored
  /// How the stored text stands to its digest.
  State text(std::int64_t document_id);
  State text(std::int64_t document_id, std::string_view text);
  /// How the stored sentences, rows and citations stand to theirs.
  State rows(std::int64_t document_id);
  State rows(std::int64_t document_id, std::string_view digest);

  /// Whether the full-text index can be told to forget the stored text: it holds another where the
  /// text was changed behind it, but for one that is marked.
  bool index_holds(std::int64_t document_id);

  /// Whether the stored text is the file that was seeded, by that file's digest: then it is sound
  /// whatever its own digest says.
  bool text_is_the_file(std::int64_t document_id);

  /// Marks each text that is not the one of its digest, so that what is made anew of it does not
  /// pass for what was given, and has the rows' digests be made anew. One that is the file as it
  /// was seeded gets its digest.
  void mark_changed();

  /// Writes the digests of all documents, as they are.
  void write_all();

 private:
  struct Stored {
    bool found = false;
    std::string text, rows;
  };
  Stored stored(std::int64_t document_id);
  std::string digest_of_rows(std::int64_t document_id);
  std::string digest_of_text(std::int64_t document_id);
  void add_rows(Digest& digest, const Prepared& statement, const DigestedPart& part,
                std::int64_t document_id);

  SQLite::Database& database_;
  Prepared text_, stored_, write_, erase_;
  std::vector<Prepared> rows_;  ///< one for each of digested_parts()
};

}  // namespace attache
