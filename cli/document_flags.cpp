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
#include "seed/read/date.h"

namespace attache {
namespace {

const std::vector<std::pair<std::string, Encoding>>& encodings() {
  static const std::vector<std::pair<std::string, Encoding>> list = {
      {"auto", Encoding::automatic},
      {"utf-8", Encoding::utf8},
      {"windows-1252", Encoding::windows1252},
      {"latin1", Encoding::latin1},
      {"utf-16", Encoding::utf16},
  };
  return list;
}

std::string checked_country(const std::string& country, const Engine& engine) {
  if (country.empty()) return "";
  if (auto code = engine.country_code(country)) return *code;
  const std::vector<std::string> names = engine.country_names();
  const std::vector<std::string> guesses = nearest(country, names);
  const std::string advice = guesses.empty() ? "give an ISO 3166-1 code or an English name"
                                             : "did you mean '" + guesses.front() + "'?";
  throw UsageError("--country: '" + country + "' is no country known here; " + advice);
}

std::string checked_date(const std::string& date) {
  if (date.empty() || is_iso_date(date)) return date;
  throw UsageError("--date: '" + date + "' is no date; give YYYY, YYYY-MM or YYYY-MM-DD");
}

}  // namespace

void add_document_flags(CLI::App& app, DocumentFlags& flags) {
  std::vector<std::string> names;
  for (const auto& entry : encodings()) names.push_back(entry.first);
  const std::string documents = "Documents";
  const std::string engine = "Engine";
  app.add_option("--country", flags.country,
                 "The state that speaks: ISO 3166-1 code or English name")
      ->type_name("COUNTRY")
      ->group(documents);
  app.add_option("--date", flags.date, "Date as YYYY, YYYY-MM or YYYY-MM-DD; empty where unknown")
      ->type_name("DATE")
      ->group(documents);
  app.add_option("--manifest", flags.manifest,
                 "CSV of path, title, country, date, source, language; - is standard input. "
                 "Without PATH it names the "
                 "documents, too")
      ->type_name("FILE")
      ->group(documents);
  app.add_option("--name-pattern", flags.name_pattern,
                 "What file names say, e.g. '{country}_{}_{date}'; also {title}, {source}, "
                 "{language}, {slug}")
      ->type_name("PATTERN")
      ->group(documents);
  app.add_option("--input-format", flags.input_format,
                 "text, markdown, html, pdf, docx, odt, epub, tei or email (default: by content)")
      ->type_name("NAME")
      ->check(
          CLI::IsMember({"text", "markdown", "html", "pdf", "docx", "odt", "epub", "tei", "email"}))
      ->group(documents);
  app.add_option("--encoding", flags.encoding, "auto, utf-8, windows-1252, latin1 or utf-16")
      ->type_name("NAME")
      ->check(CLI::IsMember(names))
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
  app.add_flag("--strict", flags.strict, "Stop at the first document that can't be read")
      ->group(documents);
  app.add_option("--lexicon", flags.lexicon, "Folder of .csv files laid over the built-in lexicon")
      ->type_name("DIR")
      ->group(engine);
  app.add_option("--rules", flags.rules, "Folder of .toml files laid over the built-in rules")
      ->type_name("DIR")
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
  given.title = flags.title;
  given.country = checked_country(flags.country, engine);
  given.date = checked_date(flags.date);
  given.source = flags.source;
  return given;
}

ReadOptions read_options(const DocumentFlags& flags) {
  ReadOptions options;
  options.replace_invalid = flags.replace_invalid;
  options.keep_all = flags.keep_all;
  options.format = flags.input_format;
  options.max_bytes = flags.max_document_size;
  options.helpers = make_reader_helpers();
  for (const auto& [name, encoding] : encodings()) {
    if (name == flags.encoding) options.encoding = encoding;
  }
  return options;
}

Engine load_engine(const DocumentFlags& flags) { return Engine::load(flags.lexicon, flags.rules); }

unsigned jobs_of(const DocumentFlags& flags) {
  return flags.jobs > 0 ? flags.jobs : std::max(1u, std::thread::hardware_concurrency());
}

NamedDocuments::NamedDocuments(const DocumentFlags& flags, std::vector<std::string> paths,
                               const Engine& engine, GiveUp give_up)
    : paths_(std::move(paths)) {
  walk_.max_bytes = flags.max_document_size;
  walk_.give_up = std::move(give_up);
  std::optional<Manifest> manifest = manifest_of(flags);
  if (manifest && paths_.empty()) paths_ = paths_of(*manifest, flags.manifest);
  const auto inputs =
      std::count(paths_.begin(), paths_.end(), "-") + (flags.manifest == "-" ? 1 : 0);
  if (inputs > 1) throw UsageError("standard input can be read once: '-' stands more than once");
  descriptions_.emplace(engine, given_metadata(flags, engine), std::move(manifest),
                        pattern_of(flags));
}

std::optional<Manifest> NamedDocuments::manifest_of(const DocumentFlags& flags) {
  if (flags.manifest.empty()) return std::nullopt;
  return read_manifest(flags.manifest);
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
  return walk_sources(paths, walk_, *descriptions_);
}

bool NamedDocuments::single() const {
  std::error_code error;
  return paths_.size() == 1 && std::filesystem::is_regular_file(paths_.front(), error);
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
  session.streams.err << out.str() << std::flush;
}

}  // namespace attache
