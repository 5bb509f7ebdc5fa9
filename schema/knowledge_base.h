// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "schema/records.h"

namespace SQLite {
class Database;
}

namespace attache {

/// The knowledge base can't be used: says what, where, and what to do. Maps to exit code 3.
class KnowledgeBaseError : public std::runtime_error {
 public:
  enum class Kind { missing, foreign, newer, older, busy, read_only, full, damaged, other };
  KnowledgeBaseError(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// How a document stands to what is stored already.
enum class Stored { added, unchanged, replaced };

/// One SQLite file. Opened read-only unless seeding; a read-only one never writes, not even a journal.
class KnowledgeBase {
 public:
  /// Opens for queries. Throws KnowledgeBaseError (missing, foreign, newer, older...).
  static KnowledgeBase open(const std::filesystem::path& file);
  /// Opens for seeding; makes the file and its folders where they are missing, migrates forward.
  static KnowledgeBase open_for_writing(const std::filesystem::path& file);

  KnowledgeBase(KnowledgeBase&&) noexcept;
  KnowledgeBase& operator=(KnowledgeBase&&) noexcept;
  ~KnowledgeBase();

  const std::filesystem::path& file() const;

  /// What `put` would do with a file of this digest, path and lexicon version, without its text being read.
  /// unchanged: same digest, same metadata key, same engine and lexicon version.
  std::optional<Stored> would_be(const std::string& path, const std::string& sha256, const std::string& lexicon_version) const;

  /// Stores a document and its rows in one transaction (or inside the open batch). A document of the same path
  /// (or, where the path is empty, the same slug and title) is replaced; the same bytes change nothing.
  Stored put(const DocumentRecord& document);

  /// Replaces the vocabulary tables, in one transaction, where version differs from the stored one.
  void put_vocabulary(const std::vector<VocabularyTable>& tables, const std::string& version);

  /// The connection, for select.cpp and other code of this folder.
  SQLite::Database& connection() const;

 private:
  struct State;
  explicit KnowledgeBase(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace attache
