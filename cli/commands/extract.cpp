// SPDX-License-Identifier: MIT
// The engine as a filter: documents in, one JSON object a document out, no knowledge base.
#include <memory>
#include <new>

#include "attache/extract.h"
#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/name_counts.h"
#include "cli/output/document_json.h"
#include "cli/output/record_json.h"
#include "seed/bounded.h"
#include "seed/description.h"
#include "seed/parallel.h"
#include "seed/read/blank.h"
#include "seed/read/document_records.h"
#include "seed/read/format.h"

namespace attache {
namespace {

struct ExtractOptions {
  std::vector<std::string> paths;
  std::string format = "ndjson";
  bool no_text = false;
  DocumentFlags documents;
};

/// One document done: its JSON, or why it failed.
struct Extracted {
  SeedSource source;
  std::string json;  ///< of a record that failed, what is said of it
  std::string error;
  std::string code;  ///< which kind of error, see record_error
  bool blank = false;
  std::string country;
  std::vector<std::string> remarks;
  ExtractStats stats;
  Encoding encoding = Encoding::unicode;
};

class ExtractRun {
 public:
  ExtractRun(const ExtractOptions& options, Session& session)
      : session_(session),
        options_(options),
        extractor_(load_engine(options.documents)),
        read_(read_options(options.documents)),
        remarks_(session),
        names_(options.documents.name_pattern, options.documents.manifest),
        array_(options.format == "json") {}

  int run(const std::vector<std::string>& paths) {
    const NamedDocuments named(options_.documents, paths, extractor_.engine());
    using Parallel = OrderedParallel<SeedSource, Extracted>;
    Parallel::run(
        named.single() ? 1 : jobs_of(options_.documents), named.sources(),
        [&](SeedSource source) { return extract(std::move(source)); },
        [&](const Extracted& extracted) { return write(extracted); },
        // Enough ahead that threads need not wait for each other, and memory stays small.
        {256, 16u << 20, [](const SeedSource& source) { return source.bytes; }});
    finish();
    names_.tell(session_);
    named.tell_left_out(session_);
    if (blank_) return 4;
    return failed_ > 0 ? 1 : 0;
  }

 private:
  Extracted extract(SeedSource source) const {
    Extracted out;
    out.error = source.error;
    out.blank = source.blank;
    out.code = source.record.code;
    const auto fail = [&](std::string_view code, std::string reason) {
      out.code = code;
      out.error = std::move(reason);
    };
    bound(source.given);  // as it is stored
    try {
      if (out.error.empty()) extract_into(out, source);
    } catch (const BlankError& error) {
      fail(record_error::no_text, error.what());
      out.blank = !is_record(source);
    } catch (const ReadError& error) {
      fail(record_error::unreadable, error.what());
    } catch (const BudgetError& error) {
      fail(record_error::time_limit, source.name + ": " + error.what());
    } catch (const std::bad_alloc&) {
      fail(record_error::out_of_memory, source.name + ": not enough memory to read and extract it");
    }
    if (!out.error.empty()) {
      out.json.clear();
      if (is_record(source)) append_failure(out.json, source, out.code, out.error);
    }
    out.source = std::move(source);
    return out;
  }

  static bool is_record(const SeedSource& source) { return !source.record.where.empty(); }

  void extract_into(Extracted& out, const SeedSource& source) const {
    const std::string bytes = source.load();
    Document document = read_document(bytes, source.name, options_for(source, read_));
    refuse_blank(document.text, source.name);
    out.encoding = source.decoded ? source.encoding : document.encoding;
    Description description(source, document, extractor_.engine());
    const DocumentContext known = description.context();
    const DocumentRows rows = extractor_.extract(
        document.text, {known.country, known.date, options_.documents.max_document_seconds,
                        marks_paragraphs(document.media_type), known.title, known.of_several});
    const bool standard_input =
        source.piped && source.part.empty() && source.name == "standard input";
    description.add(rows.origin);
    out.country = description.metadata().country;
    if (is_record(source))
      append_result(out.json,
                    {source, description, document, rows, extractor_.engine().lexicon_version()},
                    !options_.no_text);
    else
      append_document(out.json, standard_input ? "-" : source.name, description, document, bytes,
                      rows);
    if (options_.documents.stats) out.stats = stats_of(rows, document.bytes, true);
    note_kept(out.stats, document, source.name);
    out.remarks = std::move(document.remarks);
  }

  bool write(const Extracted& extracted) {
    if (remarks_.is_new(extracted.source)) remarks_.say(extracted.source);
    for (const std::string& remark : extracted.remarks)
      session_.complain(extracted.source.name + ": " + remark);
    if (!extracted.error.empty()) {
      ++failed_;
      blank_ = blank_ || extracted.blank;
      session_.complain(told_error(extracted.source, extracted.error));
    }
    if (!extracted.json.empty()) print(extracted.json);
    if (!extracted.error.empty()) return !options_.documents.strict;
    names_.add(extracted.source, extracted.country);
    stats_ += extracted.stats;
    if (read_.encoding == Encoding::automatic)
      encodings_.add(extracted.encoding, extracted.source.name);
    return true;
  }

  void print(const std::string& json) {
    Sink& out = session_.out;
    if (array_) out.append(written_ == 0 ? "[\n" : ",\n");
    out.append(json);
    if (!array_) out.append("\n");
    ++written_;
    // Whole documents reach the reader as they are done, not when a buffer happens to be full.
    out.flush();
  }

  void finish() {
    if (array_) session_.out.append(written_ == 0 ? "[]\n" : "\n]\n");
    session_.out.flush();
    if (const std::string line = encodings_.line(); !line.empty()) session_.note(line);
    if (options_.documents.stats) print_stats(session_, stats_);
  }

  Session& session_;
  const ExtractOptions& options_;
  Extractor extractor_;
  ReadOptions read_;
  Remarks remarks_;
  NameCounts names_;
  bool array_;
  std::uint64_t written_ = 0;
  std::uint64_t failed_ = 0;
  bool blank_ = false;
  ExtractStats stats_;
  EncodingLog encodings_;
};

int run_extract(const ExtractOptions& options, Session& session) {
  if (options.no_text && !options.documents.records())
    throw UsageError("--no-text is for records, whose results hold the text; say --input ndjson");
  std::vector<std::string> paths = options.paths;
  if (paths.empty() && options.documents.manifest.empty()) paths.emplace_back("-");
  tell_standard_input(session, paths, options.documents.manifest);
  return ExtractRun(options, session).run(paths);
}

}  // namespace

void add_extract(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "extract", "Print what the documents say as JSON, without a knowledge base",
                  "attache extract speech.txt | jq '.organizations[].name'\n"
                  "attache extract --country FRA --date 1995 - < speech.txt\n"
                  "attache extract --name-pattern '{country}_{}_{date}' speeches/ > facts.ndjson\n"
                  "attache extract --input ndjson < records.ndjson > results.ndjson");
  auto options = std::make_shared<ExtractOptions>();
  app->add_option("PATH", options->paths,
                  "Files, folders, patterns, archives; - or none is standard input")
      ->type_name("")
      ->check(names_something());
  CLI::Option* format =
      app->add_option("--format", options->format, "ndjson (one object a line) or json (one array)")
          ->type_name("NAME")
          ->transform(CLI::IsMember({"ndjson", "json"}, CLI::ignore_case));
  app->add_flag_callback(
         "--json", [options] { options->format = "json"; }, "One array of objects")
      ->excludes(format);
  app->add_flag_callback(
         "--ndjson", [options] { options->format = "ndjson"; }, "One object a line")
      ->excludes(format);
  app->add_flag("--no-text", options->no_text,
                "Of records, results without text and sentences, which 'attache load' can't take")
      ->group("Documents");
  add_document_flags(*app, options->documents);
  options->documents.filter = true;
  commands.push_back({app, [options](Session& session) { return run_extract(*options, session); }});
}

}  // namespace attache
