// SPDX-License-Identifier: MIT
#include "cli/document_flags.h"

#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <sstream>
#include <thread>

#include "cli/error.h"
#include "cli/output/escape.h"
#include "schema/nearest.h"
#include "seed/identity.h"
#include "seed/memberships.h"
#include "seed/read/date.h"
#include "seed/read/encoding.h"
#include "seed/read/path_text.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

const std::vector<std::string>& encodings() {
  static const std::vector<std::string> names = {"auto", "utf-8", "windows-1252", "latin1",
                                                 "utf-16"};
  return names;
}

/// Any spelling of an encoding as the one of the list; another word as it is, to be refused. What
/// is an encoding and not read is told with the way out.
CLI::Validator canonical_encoding() {
  return {[](std::string& word) {
            const std::string_view name = encoding_name(word);
            if (!name.empty()) word = name;
            if (!is_foreign_encoding(word)) return std::string();
            return "'" + word + "' is not read; convert the file first, as with 'iconv -f " + word +
                   " -t UTF-8'";
          },
          ""};
}

std::string checked_country(const std::string& country, const Engine& engine) {
  if (country.empty()) return "";
  if (auto code = engine.country_code(country)) return *code;
  const std::vector<std::string> names = engine.country_names();
  const std::string hint = suggestion(country, names, {});
  throw UsageError("no country '" + country + "'" +
                   (hint.empty() ? "; give an ISO 3166-1 code or an English name" : hint));
}

std::string checked_date(const std::string& date) {
  if (date.empty() || is_iso_date(date)) return date;
  if (is_outside_calendar(date))
    throw UsageError("--date: '" + date + "' is no day of the calendar");
  throw UsageError("--date: '" + date + "' is not a date; write it as 2005, 2005-09 or 2005-09-17");
}

void check_record_usage(const DocumentFlags& flags) {
  if (!flags.records() && flags.no_paths)
    throw UsageError("--no-paths is for records; say --input ndjson");
  if (flags.records() && !flags.slug.empty())
    throw UsageError("--slug names one document; of records, 'id' does");
  if (flags.records() && !flags.manifest.empty())
    throw UsageError("--manifest describes files; a record says itself what its document is");
}

}  // namespace

void add_document_flags(CLI::App& app, DocumentFlags& flags) {
  const std::string documents = "Documents";
  const std::string engine = "Engine";
  app.add_option("--country", flags.country,
                 "The state that speaks: ISO 3166-1 code or English name")
      ->type_name("COUNTRY")
      ->group(documents);
  app.add_option("--date", flags.date, "Date as YYYY, YYYY-MM or YYYY-MM-DD; empty where unknown")
      ->type_name("DATE")
      ->group(documents);
  app.add_option(
         "--manifest", flags.manifest,
         "CSV of path, title, country, date, source, language and columns of your own; - is "
         "standard input. Without PATH it names the documents, too")
      ->type_name("FILE")
      ->check(names_something())
      ->group(documents);
  app.add_option("--name-pattern", flags.name_pattern,
                 "What file names say, e.g. '{country}_{}_{date}'; also {title}, {source}, "
                 "{language}, {slug}")
      ->type_name("PATTERN")
      ->group(documents);
  app.add_option(
         "--input", flags.input,
         "ndjson: PATH is a stream of records, a JSON object a line with id, text (or path) "
         "and what else is known of a document")
      ->type_name("NAME")
      ->check(CLI::IsMember({"ndjson"}))
      ->group(documents);
  app.add_flag("--no-paths", flags.no_paths, "Refuse records that name a file")->group(documents);
  app.add_option("--input-format", flags.input_format,
                 "text, markdown, html, pdf, docx, odt, epub, tei or email (default: by content)")
      ->type_name("NAME")
      ->transform(
          CLI::IsMember({"text", "markdown", "html", "pdf", "docx", "odt", "epub", "tei", "email"},
                        CLI::ignore_case))
      ->group(documents);
  app.add_option("--encoding", flags.encoding,
                 "Of plain text: utf-8, windows-1252, latin1, utf-16, or auto to tell them apart "
                 "(default: UTF-8, or UTF-16 where a byte-order mark says so)")
      ->type_name("NAME")
      ->transform(canonical_encoding())
      ->check(CLI::IsMember(encodings()))  // behind it: what it makes is one of these, or none
      ->group(documents);
  app.add_flag("--replace-invalid", flags.replace_invalid,
               "Put U+FFFD for invalid bytes instead of refusing the file")
      ->group(documents);
  app.add_flag("--keep-all", flags.keep_all,
               "Take all that is visible, menus and banners too; seed reads what is unchanged, too")
      ->group(documents);
  app.add_option("--max-document-size", flags.max_document_size,
                 "Refuse larger documents, e.g. 500MB (default: 64MB)")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->group(documents);
  app.add_option(
         "--max-document-seconds", flags.max_document_seconds,
         "Refuse documents that take longer to extract; 0 for no limit (default: 60, and 10 "
         "for each MB)")
      ->type_name("N")
      ->check(CLI::Range(0.0, 1e9).description(""))
      ->group(documents);
  add_corpus_flags(app, flags.corpus);
  app.add_flag("--strict", flags.strict, "Stop at the first document that can't be read")
      ->group(documents);
  app.add_option("--lexicon", flags.lexicon, "Folder of .csv files laid over the built-in lexicon")
      ->type_name("DIR")
      ->check(names_something())
      ->group(engine);
  app.add_option("--rules", flags.rules, "Folder of .toml files laid over the built-in rules")
      ->type_name("DIR")
      ->check(names_something())
      ->group(engine);
  app.add_option("--jobs", flags.jobs, "Threads that read and extract (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""))
      ->group(engine);
  app.add_flag("--stats", flags.stats, "Counts of sentences, rows and rules on standard error")
      ->group(engine);
}

Metadata given_metadata(const DocumentFlags& flags, const Engine& engine) {
  Metadata given;
  given.title = path_text(flags.title);
  given.country = checked_country(flags.country, engine);
  given.date = checked_date(flags.date);
  given.source = path_text(flags.source);
  return given;
}

ReadOptions read_options(const DocumentFlags& flags) {
  ReadOptions options;
  options.replace_invalid = flags.replace_invalid;
  options.keep_all = flags.keep_all;
  options.format = flags.input_format;
  options.max_bytes = flags.max_document_size;
  options.seconds = flags.max_document_seconds;
  options.helpers = make_reader_helpers();
  options.encoding = encoding_named(flags.encoding);
  return options;
}

Engine load_engine(const DocumentFlags& flags) { return load_engine(flags.lexicon, flags.rules); }

Engine load_engine(const std::string& lexicon, const std::string& rules) {
  if (!lexicon.empty()) check_memberships(lexicon);
  return Engine::load(lexicon, rules);
}

unsigned jobs_of(const DocumentFlags& flags) {
  return flags.jobs > 0 ? flags.jobs : std::max(1u, std::thread::hardware_concurrency());
}

NamedDocuments::NamedDocuments(const DocumentFlags& flags, std::vector<std::string> paths,
                               const Engine& engine, GiveUp give_up)
    : paths_(std::move(paths)),
      stats_(flags.stats),
      left_out_(std::make_unique<LeftOut>(
          flags.corpus.text.empty() && flags.input_format.empty() && !flags.records(),
          flags.manifest == "-" ? "" : flags.manifest)) {
  check_record_usage(flags);
  walk_.max_bytes = flags.max_document_size;
  walk_.seconds = flags.max_document_seconds;
  walk_.give_up = std::move(give_up);
  std::optional<Manifest> manifest = manifest_of(flags, walk_.give_up);
  if (manifest && paths_.empty()) {
    paths_ = paths_of(*manifest, flags.manifest);
    without_file_ = manifest->without_file();
  }
  const auto inputs =
      std::count(paths_.begin(), paths_.end(), "-") + (flags.manifest == "-" ? 1 : 0);
  if (inputs > 1) throw UsageError("standard input can be read once: '-' stands more than once");
  if (!flags.records() && (flags.input_format.empty() || !flags.corpus.text.empty()))
    check_corpus_usage(flags.corpus, paths_);
  walk_.leave_out = [this](const std::string& path) { return (*left_out_)(path); };
  walk_.hidden = [this](const std::string& path) { left_out_->hidden(path); };
  descriptions_.emplace(engine, given_metadata(flags, engine), std::move(manifest),
                        pattern_of(flags), flags.slug);
  if (flags.corpus.text.empty() && !flags.records()) return;
  CorpusOptions corpus{columns_of(flags.corpus), read_options(flags), flags.records(),
                       !flags.no_paths, flags.filter};
  if (corpus.columns.text.empty()) corpus.columns.text = "text";
  corpus.read.give_up = walk_.give_up;
  corpora_.emplace(std::move(corpus), paths_, *descriptions_);
}

void NamedDocuments::tell_left_out(const Session& session) const {
  const std::string summary = left_out_->summary();
  if (!summary.empty()) session.note(summary);
  if (without_file_ > 0)
    session.note("left out: " + counted(without_file_, "item") + " of the library without a file");
  if (!stats_) return;
  for (const std::string& line : left_out_->lines()) session.note(line);
}

std::vector<std::string> NamedDocuments::left_out() const {
  std::vector<std::string> paths = left_out_->paths();
  for (std::string& path : paths) path = stored_path(path);
  return paths;
}

std::optional<Manifest> NamedDocuments::manifest_of(const DocumentFlags& flags,
                                                    const GiveUp& give_up) {
  if (flags.manifest.empty()) return std::nullopt;
  return read_manifest(flags.manifest, give_up);
}

std::optional<NamePattern> NamedDocuments::pattern_of(const DocumentFlags& flags) {
  if (flags.name_pattern.empty()) return std::nullopt;
  try {
    return NamePattern::parse(flags.name_pattern);
  } catch (const ReadError& error) {
    throw UsageError("--name-pattern: " + std::string(error.what()));
  }
}

SeedSources NamedDocuments::sources(const std::vector<std::string>& paths) const {
  return walk_sources(paths, walk_, *descriptions_, corpora_ ? &*corpora_ : nullptr);
}

bool NamedDocuments::single() const {
  std::error_code error;
  return !corpora_ && paths_.size() == 1 && std::filesystem::is_regular_file(paths_.front(), error);
}

CLI::Validator names_something() {
  return {[](std::string& path) {
            return path.empty() ? std::string("is empty and names nothing") : std::string();
          },
          ""};
}

void tell_standard_input(const Session& session, const std::vector<std::string>& paths,
                         const std::string& manifest) {
  const bool waits = manifest == "-" || std::find(paths.begin(), paths.end(), "-") != paths.end();
  if (waits && session.streams.in_terminal)
    session.note("attache: reading standard input; Ctrl-D ends it, Ctrl-C gives it up");
}

void print_stats(const Session& session, const ExtractStats& stats) {
  std::ostringstream out;
  out << "documents " << stats.documents << "\nbytes " << stats.bytes << "\nsentences "
      << stats.sentences << "\ntokens " << stats.tokens << "\nmentions " << stats.mentions
      << "\nprinciples " << stats.principles << "\npriorities " << stats.priorities
      << "\norganizations " << stats.organizations << "\nleaders " << stats.leaders << '\n';
  if (!stats.partly_kept.empty()) out << "kept-in-part " << stats.partly_kept.size() << '\n';
  for (const PartlyKept& kept : stats.partly_kept)
    out << "kept " << kept.percent << "% " << one_line(kept.name) << '\n';
  std::vector<std::pair<std::string, std::uint64_t>> rules(stats.citations_by_rule.begin(),
                                                           stats.citations_by_rule.end());
  std::stable_sort(rules.begin(), rules.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [rule, citations] : rules) out << "rule " << rule << ' ' << citations << '\n';
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) session.remind(line);
}

}  // namespace attache
