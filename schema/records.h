// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What the knowledge base is given for one document. Plain values; schema knows nothing of how
/// they were found. All offsets are bytes of DocumentRecord::text.

struct SentenceRecord {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t paragraph = 0;  ///< counts from 0
};

struct CitationRecord {
  std::uint32_t sentence = 0;  ///< index into DocumentRecord::sentences
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::optional<std::uint32_t>
      source_start;  ///< in the file as given, where that differs from the text
  std::optional<std::uint32_t> source_end;
  std::string rule;
  std::optional<std::uint32_t> statement_start =
      {};  ///< the words that state an organization's role
  std::optional<std::uint32_t> statement_end = {};
  std::uint8_t confidence = 0;  ///< in percent; 0 where it is not known
};

struct PrincipleRecord {
  std::string norm, wording, polarity;
  std::vector<CitationRecord> citations;
  std::uint8_t confidence = 0;  ///< in percent; 0 where it is not known
};

struct PriorityRecord {
  std::string wording, theme, actor;
  std::vector<CitationRecord> citations;
  std::uint8_t confidence = 0;  ///< in percent; 0 where it is not known
};

struct OrganizationRecord {
  std::string body, name, acronym, kind, role, country, note;
  std::vector<CitationRecord> citations;
  std::uint8_t confidence = 0;  ///< in percent; 0 where it is not known
};

struct LeaderRecord {
  std::string name, office, country, body, office_type;
  bool speaker = false;
  std::vector<CitationRecord> citations;
  std::uint8_t confidence = 0;  ///< in percent; 0 where it is not known
};

/// Something said of a document in words of its own.
struct MetadataRecord {
  std::string key, value;
  bool operator==(const MetadataRecord&) const = default;
};

/// How many sentences of a document name a state.
struct StateCount {
  std::string state;            ///< alpha-3, or the code of a former state
  std::uint32_t sentences = 0;  ///< how many name it
  std::uint32_t first = 0;      ///< index of the first of them
  bool operator==(const StateCount&) const = default;
};

/// Empty strings are stored as NULL in columns that may be null.
struct DocumentRecord {
  std::string slug;  ///< wanted slug; the knowledge base makes it unique by a suffix -2, -3, ...
  std::string title, country, date, language, source;
  std::string path;        ///< as it was given; empty for what came through a pipe
  std::string identity;    ///< by which it is known again; empty: the path, or else the slug
  std::string version_of;  ///< of a further version: the identity of the first; else empty
  std::string media_type, sha256;
  std::uint64_t bytes = 0;      ///< size of the file as given
  std::string text;             ///< valid UTF-8
  bool text_is_stored = false;  ///< it was taken from the knowledge base and not read anew
  /// From where these are known: option, manifest, name, metadata, text or file; see migration 8.
  std::string title_from, country_from, date_from;
  std::string language_from, source_from;  ///< the same; see migration 16
  std::string engine_version;              ///< of the extractor
  std::string lexicon_version;             ///< digest of lexicon and rules
  std::vector<MetadataRecord> metadata;
  std::vector<SentenceRecord> sentences;
  std::vector<PrincipleRecord> principles;
  std::vector<PriorityRecord> priorities;
  std::vector<OrganizationRecord> organizations;
  std::vector<LeaderRecord> leaders;
  /// The states that the sentences name, by code; nothing where nobody counted.
  std::optional<std::vector<StateCount>> states_named;
};

/// The vocabulary tables, filled from the lexicon so that joins need nothing from outside.
/// Each vector's rows are column values in the order of the table's columns; empty text is stored
/// as NULL.
struct VocabularyTable {
  std::string name;  ///< one of the vocabulary tables of the schema
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

}  // namespace attache
