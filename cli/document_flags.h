// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/corpus_flags.h"
#include "cli/encoding_log.h"
#include "cli/session.h"
#include "seed/corpora.h"
#include "seed/engine.h"
#include "seed/left_out.h"
#include "seed/read/read.h"
#include "seed/seeder.h"
#include "seed/sources.h"

namespace attache {

/// The options of commands that take documents in.
struct DocumentFlags {
  std::string title, slug, country, date, source;
  std::string manifest, name_pattern;
  std::string input_format;
  std::string input;      ///< ndjson: paths are streams of records; empty: documents
  bool no_paths = false;  ///< records may name no files
  bool filter = false;    ///< of a stream without records nothing comes, and that is right
  std::string encoding;   ///< empty: UTF-8, or UTF-16 by its mark
  CorpusFlags corpus;
  bool replace_invalid = false;
  bool keep_all = false;
  std::string lexicon, rules;  ///< folders laid over the built-in ones
  std::uint64_t max_document_size = ReadOptions().max_bytes;
  std::optional<double> max_document_seconds;  ///< nothing: as Budget and Waiting say
  bool stats = false;
  bool strict = false;
  unsigned jobs = 0;  ///< 0: as many as the machine has

  bool records() const { return !input.empty(); }
};

/// Adds the options of add_corpus_flags and --country --date --manifest --name-pattern
/// --input --no-paths --input-format --encoding --replace-invalid --keep-all
/// --max-document-size --max-document-seconds
/// --strict --lexicon --rules --stats --jobs.
void add_document_flags(CLI::App& app, DocumentFlags& flags);

/// The documents that the paths (or, without one, the manifest) name, with all that is given of
/// them.
class NamedDocuments {
 public:
  /// Throws UsageError, ReadError.
  NamedDocuments(const DocumentFlags& flags, std::vector<std::string> paths, const Engine& engine,
                 GiveUp give_up = nullptr);
  NamedDocuments(const NamedDocuments&) = delete;
  NamedDocuments& operator=(const NamedDocuments&) = delete;

  const std::vector<std::string>& paths() const { return paths_; }
  /// To be called while this lives.
  SeedSources sources() const { return sources(paths_); }
  SeedSources sources(const std::vector<std::string>& paths) const;
  /// Tells what was left out of folders: how much of what, and each with --stats.
  void tell_left_out(const Session& session) const;
  /// The stored paths of what was left out: it is there, and documents at or below it may be, too.
  std::vector<std::string> left_out() const;
  /// The tables of documents, where there are some.
  const Corpora* corpora() const { return corpora_ ? &*corpora_ : nullptr; }
  /// Whether there can be but one: threads and batches would be of no use.
  bool single() const;

 private:
  static std::optional<Manifest> manifest_of(const DocumentFlags& flags, const GiveUp& give_up);
  static std::optional<NamePattern> pattern_of(const DocumentFlags& flags);

  std::vector<std::string> paths_;
  std::size_t without_file_ = 0;  ///< items of a library that is the manifest
  bool stats_;
  std::unique_ptr<LeftOut> left_out_;
  WalkOptions walk_;
  std::optional<Descriptions> descriptions_;
  std::optional<Corpora> corpora_;
};

/// What the user says of the documents, checked: the country as its code. Throws UsageError.
Metadata given_metadata(const DocumentFlags& flags, const Engine& engine);

ReadOptions read_options(const DocumentFlags& flags);

Engine load_engine(const DocumentFlags& flags);
/// The folders are empty where nothing is laid over. All of a folder's files are looked at, those
/// that only other commands use, too. Throws DataError.
Engine load_engine(const std::string& lexicon, const std::string& rules);

unsigned jobs_of(const DocumentFlags& flags);

/// Complains of what descriptions could not be used, each thing once.
class Remarks {
 public:
  explicit Remarks(const Session& session) : session_(session) {}
  /// Returns whether there is something new to say.
  bool is_new(const SeedSource& source) {
    return !source.remark.empty() && said_.insert(source.remark).second;
  }
  void say(const SeedSource& source) const {
    session_.complain(source.name + ": " + source.remark);
  }

 private:
  const Session& session_;
  std::set<std::string> said_;
};

/// Refuses a path that names nothing, as an unset variable of a script gives it.
CLI::Validator names_something();

/// On a terminal: that standard input is waited for, and how it ends, where one of the paths is it.
void tell_standard_input(const Session& session, const std::vector<std::string>& paths,
                         const std::string& manifest = {});

/// Prints the counts on standard error, the rules that made most citations first.
void print_stats(const Session& session, const ExtractStats& stats);

}  // namespace attache
