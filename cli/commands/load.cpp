// SPDX-License-Identifier: MIT
// What 'extract --input ndjson' wrote of records, into a knowledge base.
#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/progress.h"
#include "cli/seed_summary.h"
#include "cli/writing.h"
#include "schema/knowledge_base.h"
#include "seed/loader.h"

namespace attache {
namespace {

struct LoadCommandOptions {
  std::string database;
  std::vector<std::string> files;
  std::string lexicon, rules;
  LoadOptions load;
  unsigned jobs = 0;
};

class LoadRun {
 public:
  LoadRun(const LoadCommandOptions& options, Session& session)
      : options_(options),
        session_(session),
        engine_(load_engine(options.lexicon, options.rules)),
        load_(options.load) {
    load_.jobs =
        options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
    load_.give_up = [this] { return guard_.requested(); };
  }
  LoadRun(const LoadRun&) = delete;
  LoadRun& operator=(const LoadRun&) = delete;

  int run() {
    tell_standard_input(session_, options_.files);
    KnowledgeBase base = open_for_writing(session_, guard_);
    Progress progress(session_, options_.files);
    const SeedSummary summary = unless_interrupted(guard_, [&] { return stored(base, progress); });
    progress.clear();
    session_.note(summary_line(summary));
    if (others_ > 1)
      session_.remind(std::to_string(others_) + " results of another version are refused in all");
    close(base, session_);
    if (guard_.requested())
      throw Interrupted("interrupted; the documents counted above are stored, load again to go on");
    return summary.failed > 0 ? 1 : 0;
  }

 private:
  SeedSummary stored(KnowledgeBase& base, Progress& progress) {
    try {
      return load(base, engine_, options_.files, load_, [&](const SeedEvent& event) {
        if (event.outcome == Outcome::failed) complain(event, progress);
        progress.add(event.bytes);
        return !guard_.requested();
      });
    } catch (const KnowledgeBaseError& error) {
      throw closed(base, error);
    }
  }

  /// Results of another version come by the thousand, with the same words.
  void complain(const SeedEvent& event, Progress& progress) {
    const bool other =
        event.error.starts_with(event.source.name + ": " + std::string(other_version));
    if (other && ++others_ > 1) return;
    progress.clear();
    session_.complain(event.error);
  }

  const InterruptGuard guard_;  // first: loading and opening can be interrupted, too
  const LoadCommandOptions& options_;
  Session& session_;
  Engine engine_;
  LoadOptions load_;
  std::uint64_t others_ = 0;
};

int run_load(const LoadCommandOptions& options, Session& session) {
  if (!session.db.empty())
    throw UsageError("--db: 'load' takes the knowledge base as its first argument");
  if (std::count(options.files.begin(), options.files.end(), "-") > 1)
    throw UsageError("standard input can be read once: '-' stands more than once");
  session.db = options.database;
  return LoadRun(options, session).run();
}

}  // namespace

void add_load(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(
      root, "load", "Store what extract made of records in a knowledge base",
      "attache extract --input ndjson < records.ndjson > results.ndjson\n"
      "attache load archive.db results.ndjson\n"
      "parallel -k --pipe --block 10M attache extract --input ndjson < records.ndjson | "
      "attache load archive.db -");
  auto options = std::make_shared<LoadCommandOptions>();
  app->add_option("OUT.db", options->database,
                  "The knowledge base's file, made where it is missing")
      ->type_name("")
      ->required()
      ->check(names_something());
  app->add_option("RESULTS", options->files,
                  "Files that 'extract --input ndjson' wrote; - is standard input")
      ->type_name("")
      ->required()
      ->check(names_something());
  app->add_flag("--other-versions", options->load.other_versions,
                "Take what another version of attache, its lexicon or rules extracted, too")
      ->group("Results");
  app->add_option("--max-line-size", options->load.max_line,
                  "Refuse longer results, e.g. 1GB (default: 256MB)")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->group("Results");
  app->add_flag("--strict", options->load.strict, "Stop at the first result that can't be stored")
      ->group("Results");
  app->add_option("--lexicon", options->lexicon,
                  "Folder of .csv files laid over the built-in lexicon, as for extract")
      ->type_name("DIR")
      ->check(names_something())
      ->group("Engine");
  app->add_option("--rules", options->rules,
                  "Folder of .toml files laid over the built-in rules, as for extract")
      ->type_name("DIR")
      ->check(names_something())
      ->group("Engine");
  app->add_option("--jobs", options->jobs, "Threads that read and check (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1u, 1024u).description(""))
      ->group("Engine");
  commands.push_back({app, [options](Session& session) { return run_load(*options, session); }});
}

}  // namespace attache
