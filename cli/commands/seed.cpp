// SPDX-License-Identifier: MIT
// Documents into the knowledge base. Nothing goes to standard output; what happened is told on standard error.
#include <memory>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/interrupt.h"
#include "schema/knowledge_base.h"

namespace attache {
namespace {

struct SeedCommandOptions {
  std::vector<std::string> paths;
  DocumentFlags documents;
};

SeedSource source_of(const std::string& path, const Metadata& given, const Session& session,
                     const ReadOptions& read) {
  SeedSource source;
  source.name = path == "-" ? "standard input" : path;
  source.given = given;
  if (path == "-") {
    source.load = [&in = session.streams.in, limit = read.max_bytes] { return read_stream(in, limit); };
  } else {
    source.path = std::filesystem::absolute(path).lexically_normal().string();
    source.load = [path, limit = read.max_bytes] { return read_file(path, limit); };
  }
  return source;
}

/// Pushes the bundled documents, or what the user named.
SeedSources sources_of(const SeedCommandOptions& options, const Metadata& given, const Session& session,
                       const ReadOptions& read) {
  if (options.paths.empty()) {
    return [](const std::function<bool(SeedSource)>& push) {
      for (SeedSource& source : bundled_documents()) {
        if (!push(std::move(source))) return;
      }
    };
  }
  return [&options, &given, &session, &read](const std::function<bool(SeedSource)>& push) {
    for (const std::string& path : options.paths) {
      if (!push(source_of(path, given, session, read))) return;
    }
  };
}

std::string counted(std::uint64_t number, const std::string& singular) {
  return std::to_string(number) + " " + singular + (number == 1 ? "" : "s");
}

/// "3 documents: 1 added, 2 unchanged (0 replaced, 0 failed); ...": every count is told, also where it is 0.
std::string summary_line(const SeedSummary& summary) {
  const std::uint64_t all = summary.added + summary.unchanged + summary.replaced + summary.failed;
  const ExtractStats& s = summary.stats;
  std::string line = counted(all, "document") + ": " + std::to_string(summary.added) + " added, " +
                     std::to_string(summary.replaced) + " replaced, " + std::to_string(summary.unchanged) +
                     " unchanged, " + std::to_string(summary.failed) + " failed";
  if (s.documents == 0) return line;
  return line + "; " + counted(s.principles, "principle") + ", " + std::to_string(s.priorities) +
         (s.priorities == 1 ? " priority, " : " priorities, ") + counted(s.organizations, "organization") + ", " +
         counted(s.leaders, "leader");
}

void refuse_metadata_of_bundled(const SeedCommandOptions& options) {
  const DocumentFlags& d = options.documents;
  if (!options.paths.empty() || (d.title.empty() && d.country.empty() && d.date.empty() && d.source.empty())) return;
  throw UsageError("--title, --country, --date and --source describe documents that you name; give a PATH or -");
}

int run_seed(const SeedCommandOptions& options, Session& session) {
  refuse_metadata_of_bundled(options);
  const Engine engine = load_engine(options.documents);
  const Metadata given = given_metadata(options.documents, engine);
  SeedOptions seeding;
  seeding.read = read_options(options.documents);
  seeding.jobs = options.paths.size() < 2 ? 1 : jobs_of(options.documents);
  seeding.batch = options.paths.size() > 1;
  const SeedSources sources = sources_of(options, given, session, seeding.read);
  KnowledgeBase base = KnowledgeBase::open_for_writing(session.database());
  const InterruptGuard guard;
  const SeedSummary summary = seed(base, engine, sources, seeding, [&](const SeedEvent& event) {
    if (event.outcome == Outcome::failed) session.complain(event.error);
    return !guard.requested();
  });
  session.note(summary_line(summary));
  if (options.documents.stats) print_stats(session, summary.stats);
  if (guard.requested()) throw Interrupted("interrupted; the documents told above are stored, seed again to go on");
  return summary.failed > 0 ? 1 : 0;
}

}  // namespace

void add_seed(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "seed", "Parse documents into the knowledge base",
                              "attache seed                                the bundled document\n"
                              "attache seed --country FRA --date 1995-09-26 speech.txt\n"
                              "curl -s URL | attache seed --title 'A speech' -");
  auto options = std::make_shared<SeedCommandOptions>();
  app->add_option("PATH", options->paths, "Documents; - is standard input; none is the bundled document")
      ->type_name("");
  DocumentFlags& documents = options->documents;
  app->add_option("--title", documents.title, "Title (default: what the file says of itself, or its name)")
      ->group("Documents");
  app->add_option("--source", documents.source, "Where the document is from, e.g. its URL")->group("Documents");
  add_document_flags(*app, documents);
  commands.push_back({app, [options](Session& session) { return run_seed(*options, session); }});
}

}  // namespace attache
