// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "cli/session.h"
#include "seed/engine.h"
#include "seed/read/read.h"
#include "seed/seeder.h"

namespace attache {

/// The options of commands that take documents in.
struct DocumentFlags {
  std::string title, country, date, source;
  std::string encoding = "auto";
  bool replace_invalid = false;
  std::string lexicon, rules;  ///< folders laid over the built-in ones
  bool stats = false;
  unsigned jobs = 0;  ///< 0: as many as the machine has
};

/// Adds --country --date --encoding --replace-invalid --lexicon --rules --stats --jobs.
void add_document_flags(CLI::App& app, DocumentFlags& flags);

/// What the user says of the documents, checked: the country as its code. Throws UsageError.
Metadata given_metadata(const DocumentFlags& flags, const Engine& engine);

ReadOptions read_options(const DocumentFlags& flags);

Engine load_engine(const DocumentFlags& flags);

unsigned jobs_of(const DocumentFlags& flags);

/// All that is left of standard input. Throws ReadError where it is larger than `max_bytes` or can't be read.
std::string read_stream(std::istream& in, std::uint64_t max_bytes);

/// Prints the counts on standard error, the rules that made most citations first.
void print_stats(const Session& session, const ExtractStats& stats);

}  // namespace attache
