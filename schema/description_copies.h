// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/prepared.h"

namespace attache {

/// A copy of what is said of each document (its row of `documents`, and its own metadata) with the
/// copy's digest: check() finds by it what another hand has changed, and a repair gives it back,
/// for no text tells it. Opens no transaction. Everything here throws SQLite::Exception.
class DescriptionCopies {
 public:
  explicit DescriptionCopies(SQLite::Database& database);

  /// To be called once all of the document, its digests included, is stored.
  void write(std::int64_t document_id);
  /// Writes the copies of all documents, as they are.
  void write_all();
  /// Lengthens the copies by the columns of migration 16, as it filled them; a copy that tells of a
  /// change goes on telling of it.
  void add_versions();

  enum class State {
    sound,
    changed,      ///< what is stored is not what the copy says
    copy_damaged  ///< the copy is missing, or is not the one of its digest
  };
  /// Of a document whose digests are not stored either: sound, since that is told already.
  State state(std::int64_t document_id);
  /// The columns that were changed; `metadata` for what is said besides. To be called where the
  /// state is `changed`.
  std::vector<std::string> changed_columns(std::int64_t document_id);

  /// Whether what was given with the document was changed, not only what was made of it or noted.
  bool given_was_changed(std::int64_t document_id);

  /// Gives every document back what its copy says, and those that are gone while their text is
  /// there; what has no sound copy keeps what it has, and gets one. Foreign keys must be off.
  void restore();

 private:
  struct Stored {
    bool found = false, sound = false;
    std::string copy;
  };
  Stored stored(std::int64_t document_id);
  std::string description(std::int64_t document_id);
  void write(std::int64_t document_id, const std::string& copy);
  void restore(std::int64_t document_id, const std::string& copy);

  SQLite::Database& database_;
  Prepared description_, stored_, write_;
};

/// The columns of `documents` that are copied: all but its key. Those of later schemas go behind.
const std::vector<std::string>& copied_columns();

}  // namespace attache
