// SPDX-License-Identifier: MIT
// The engine as a filter: documents in, one JSON object a document out, no knowledge base.
#include <memory>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/output/document_json.h"
#include "seed/read/date.h"
#include "seed/parallel.h"

namespace attache {
namespace {

struct ExtractOptions {
  std::vector<std::string> files;
  std::string format = "ndjson";
  DocumentFlags documents;
};

/// One document done: its JSON, or why there is none.
struct Extracted {
  std::string json;
  std::string error;
  DocumentRows rows;
  std::uint64_t bytes = 0;
};

class Extractor {
 public:
  Extractor(const ExtractOptions& options, Session& session)
      : session_(session),
        engine_(load_engine(options.documents)),
        given_(given_metadata(options.documents, engine_)),
        read_(read_options(options.documents)),
        array_(options.format == "json"),
        stats_wanted_(options.documents.stats) {}

  int run(const std::vector<std::string>& files, unsigned jobs) {
    OrderedParallel<std::string, Extracted>::run(
        jobs,
        [&](const std::function<bool(std::string)>& push) {
          for (const std::string& file : files) {
            if (!push(file)) return;
          }
        },
        [&](const std::string& file) { return extract(file); },
        [&](const Extracted& extracted) { return write(extracted); });
    finish();
    return failed_ > 0 ? 1 : 0;
  }

 private:
  Extracted extract(const std::string& file) const {
    Extracted out;
    try {
      const std::string bytes = file == "-" ? read_stream(session_.streams.in, read_.max_bytes)
                                            : read_file(file, read_.max_bytes);
      const Document document = read_document(bytes, file == "-" ? "standard input" : file, read_);
      const DocumentContext context = context_of(document);
      out.rows = engine_.extract(document.text, context);
      out.bytes = document.bytes;
      append_document(out.json, file, context, document, out.rows);
    } catch (const ReadError& error) {
      out.error = error.what();
    }
    return out;
  }

  DocumentContext context_of(const Document& document) const {
    DocumentContext context{given_.country, given_.date};
    if (context.country.empty()) context.country = engine_.country_code(document.metadata.country).value_or("");
    if (context.date.empty() && is_iso_date(document.metadata.date)) context.date = document.metadata.date;
    return context;
  }

  bool write(const Extracted& extracted) {
    if (!extracted.error.empty()) {
      ++failed_;
      session_.complain(extracted.error);
      return true;
    }
    Sink& out = session_.out;
    if (array_) out.append(written_ == 0 ? "[\n" : ",\n");
    out.append(extracted.json);
    if (!array_) out.append("\n");
    ++written_;
    // Whole documents reach the reader as they are done, not when a buffer happens to be full.
    out.flush();
    if (stats_wanted_) stats_.add(extracted.rows, extracted.bytes);
    return true;
  }

  void finish() {
    if (array_) session_.out.append(written_ == 0 ? "[]\n" : "\n]\n");
    session_.out.flush();
    if (stats_wanted_) print_stats(session_, stats_);
  }

  Session& session_;
  Engine engine_;
  Metadata given_;
  ReadOptions read_;
  bool array_;
  bool stats_wanted_;
  std::uint64_t written_ = 0;
  std::uint64_t failed_ = 0;
  ExtractStats stats_;
};

int run_extract(const ExtractOptions& options, Session& session) {
  std::vector<std::string> files = options.files;
  if (files.empty()) files.emplace_back("-");
  const unsigned jobs = files.size() == 1 ? 1 : jobs_of(options.documents);
  return Extractor(options, session).run(files, jobs);
}

}  // namespace

void add_extract(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "extract", "Print what the documents say as JSON, without a knowledge base",
                              "attache extract speech.txt | jq '.organizations[].name'\n"
                              "attache extract --country FRA --date 1995 - < speech.txt\n"
                              "attache extract --format json *.txt > facts.json");
  auto options = std::make_shared<ExtractOptions>();
  app->add_option("FILE", options->files, "Documents; - or none is standard input")->type_name("");
  app->add_option("--format", options->format, "ndjson (one object a line) or json (one array)")
      ->type_name("NAME")
      ->check(CLI::IsMember({"ndjson", "json"}));
  add_document_flags(*app, options->documents);
  commands.push_back({app, [options](Session& session) { return run_extract(*options, session); }});
}

}  // namespace attache
