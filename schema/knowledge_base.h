// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "schema/records.h"
#include "schema/settle.h"

namespace SQLite {
class Database;
}

namespace attache {

/// The knowledge base can't be used: says what, where, and what to do. Maps to exit code 3.
class KnowledgeBaseError : public std::runtime_error {
 public:
  enum class Kind {
    missing,
    foreign,
    newer,
    older,
    busy,
    read_only,
    unreadable,  ///< it is there, and the system can't read it
    stray_log,   ///< a log beside it belongs to another file
    full,
    damaged,
    other
  };
  KnowledgeBaseError(Kind kind, const std::string& message)
      : std::runtime_error(message), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// Asked again and again while another program holds the knowledge base, with the time since this
/// wait began; false ends the wait with an error of the kind busy. It must not use the knowledge
/// base.
using Patience = std::function<bool(std::chrono::milliseconds waited)>;

/// How a document stands to what is stored already.
enum class Stored { added, unchanged, replaced };

/// A document as it is stored, without its text and rows.
struct StoredDocument {
  std::int64_t document_id = 0;
  std::string slug, title, country, date, language, source, media_type, sha256;
  std::string path;        ///< as it was given; empty for what came through a pipe
  std::string identity;    ///< by which it is known again; empty for some of older schemas
  std::string version_of;  ///< of a further version: the identity of the first; else empty
  std::uint64_t bytes = 0;
  std::string engine_version, lexicon_version;
  /// Empty where stored before these were kept.
  std::string title_from, country_from, date_from, language_from, source_from;
  std::vector<MetadataRecord> metadata;

  /// What all versions of it have in common: a file's absolute path, or what a pipe was given.
  const std::string& known_by() const { return version_of.empty() ? identity : version_of; }
};

/// One SQLite file. Opened for queries, its rows can't be changed; what a killed run left half-done
/// is undone all the same, where the folder can be written. Not for use by two threads at once, nor
/// opened twice in one process.
class KnowledgeBase {
 public:
  /// Opens for queries. Throws KnowledgeBaseError (missing, foreign, newer, older...). Without
  /// `patience`, a wait for another program ends after ten seconds.
  static KnowledgeBase open(const std::filesystem::path& file, Patience patience = {});
  /// What is asked of a file alone, as check() is. Throws KnowledgeBaseError (read_only) where it
  /// is the address of a server.
  static void require_file(const std::filesystem::path& file);
  /// Opens for check(), without a look at whether the definitions in the file are ours.
  static KnowledgeBase open_as_it_is(const std::filesystem::path& file, Patience patience = {});
  /// Opens for seeding; makes the file and its folders where they are missing, migrates forward.
  /// Of several processes that make the same file, one makes it and the others go on with it.
  static KnowledgeBase open_for_writing(const std::filesystem::path& file, Patience patience = {});

  KnowledgeBase(KnowledgeBase&&) noexcept;
  KnowledgeBase& operator=(KnowledgeBase&&) noexcept;
  /// Undoes an open batch; leaves one file without journals beside it, unless a query is running.
  ~KnowledgeBase();

  /// The same, and says where the rows are. Throws KnowledgeBaseError (full) where they could not
  /// be brought into the file. Nothing can be written afterwards.
  Settled close();

  const std::filesystem::path& file() const;

  /// What `put` would do with a document of this digest, identity and lexicon version, without its
  /// text being read. unchanged: same digest, same lexicon version and, where one is given, same
  /// engine version.
  Stored would_be(const std::string& identity, const std::string& sha256,
                  const std::string& lexicon_version, const std::string& engine_version = {}) const;

  /// Whether what stands under the record's identity has its digest.
  bool holds(const DocumentRecord& document) const;

  /// Stores a document and its rows in one transaction (or inside the open batch). A document of
  /// the same identity is replaced; the same bytes, metadata and versions change nothing. A
  /// document that throws leaves the knowledge base, and the batch, as they were. `even_if_same`
  /// stores it anew all the same, since it was read or extracted in another way.
  Stored put(const DocumentRecord& document, bool even_if_same = false);

  /// From here to end_batch, documents share one transaction, and no other process can write: have
  /// what is to be stored at hand before. A process that is killed loses the batch, never the file.
  void begin_batch();
  /// Commits the batch. Where that throws, nothing of it is stored.
  void end_batch();
  /// Undoes the batch, where one is open.
  void drop_batch() noexcept;

  /// Removes documents with all their rows, in one transaction, and returns how many. One that
  /// another process removed or replaced since it was read is left alone. Not inside a batch.
  std::uint64_t remove(const std::vector<StoredDocument>& documents);

  /// Makes the full-text index anew from the stored texts, in one transaction. Not inside a batch.
  void rebuild_index();

  /// All stored documents, in the order in which they were first stored.
  std::vector<StoredDocument> documents() const;
  /// The stored text. Throws KnowledgeBaseError where there is no such document.
  std::string text_of(std::int64_t document_id) const;

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
