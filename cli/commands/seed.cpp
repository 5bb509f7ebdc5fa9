// SPDX-License-Identifier: MIT
// Documents into the knowledge base. Nothing goes to standard output; what happened is told on
// standard error.
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/idle_notes.h"
#include "cli/interrupt.h"
#include "cli/name_counts.h"
#include "cli/other_lexicons.h"
#include "cli/progress.h"
#include "cli/seed_summary.h"
#include "cli/writing.h"
#include "schema/knowledge_base.h"
#include "schema/slug.h"
#include "seed/identity.h"
#include "seed/prune.h"
#include "seed/renumbered_rows.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct SeedCommandOptions {
  std::vector<std::string> paths;
  bool prune = false;
  bool refresh = false;
  bool force = false;
  bool keep_versions = false;
  Forgotten forgotten;
  DocumentFlags documents;
};

SeedSources bundled_sources() {
  return [](const std::function<bool(SeedSource)>& push) {
    for (SeedSource& source : bundled_documents()) {
      if (!push(std::move(source))) return;
    }
  };
}

/// Without the knowledge base itself and what SQLite keeps beside it, should they lie among the
/// documents.
SeedSources without_files_of(const std::filesystem::path& database, SeedSources sources) {
  const std::string file = stored_path(database.string());
  return [file, sources = std::move(sources)](const std::function<bool(SeedSource)>& push) {
    sources([&](SeedSource source) {
      const std::string& at = source.identity;
      const bool own =
          at == file || at == file + "-wal" || at == file + "-shm" || at == file + "-journal";
      return own || push(std::move(source));
    });
  };
}

/// A slug is one document's: a file's, or what comes through a pipe.
void check_slug(const SeedCommandOptions& options) {
  const std::string& slug = options.documents.slug;
  if (slug.empty()) return;
  if (reference_slug(slug) == "x" && slug != "x")
    throw UsageError("--slug: '" + slug + "' has no letter or digit that a slug could have");
  std::error_code error;
  if (options.paths.size() != 1 || std::filesystem::is_directory(options.paths.front(), error))
    throw UsageError("--slug names one document; give it one file, or -");
}

void check_usage(const SeedCommandOptions& options) {
  const DocumentFlags& d = options.documents;
  const bool named = !options.paths.empty() || !d.manifest.empty();
  const bool described = !d.title.empty() || !d.slug.empty() || !d.country.empty() ||
                         !d.date.empty() || !d.source.empty() || !d.name_pattern.empty() ||
                         !d.manifest.empty();
  if (options.refresh && (named || described || options.prune))
    throw UsageError(
        "--refresh takes the documents that are stored; give it no PATH and nothing that describes "
        "one");
  if (!named && described)
    throw UsageError(
        "--title, --slug, --country, --date, --source and --name-pattern describe documents that "
        "you name; give a PATH or -");
  check_slug(options);
  if (!named && options.prune)
    throw UsageError("--prune looks below the paths that you name; give a PATH");
}

/// The first few, to be told.
std::string first_of(const std::vector<std::string>& slugs) {
  constexpr std::size_t most = 5;
  std::string list;
  for (std::size_t i = 0; i < slugs.size() && i < most; ++i)
    list += (i == 0 ? "" : ", ") + slugs[i];
  return slugs.size() > most ? list + ", ..." : list;
}

/// One run of the command, from an open knowledge base to the exit code.
class SeedRun {
 public:
  SeedRun(const SeedCommandOptions& options, Session& session)
      : options_(options),
        session_(session),
        engine_(load_engine(options.documents)),
        remarks_(session),
        names_(options.documents.name_pattern, options.documents.manifest) {
    seeding_.read = read_options(options.documents);
    seeding_.jobs = jobs_of(options.documents);
    seeding_.batch = true;
    // How a stored text was read is not stored, so that it could be told apart.
    seeding_.force = options.force || options.documents.keep_all;
    seeding_.keep_versions = options.keep_versions;
    seeding_.forgotten = options.forgotten;
    seeding_.find_moved = options.prune;
    seeding_.strict = options.documents.strict;
    seeding_.rules = options.documents.stats;
    seeding_.seconds = options.documents.max_document_seconds;
    seeding_.read.give_up = [this] { return guard_.overdue(); };
  }
  SeedRun(const SeedRun&) = delete;
  SeedRun& operator=(const SeedRun&) = delete;

  int refresh_stored() {
    KnowledgeBase base = open_base();
    return watched(base, {}, [&](const SeedObserver& observer) {
      return refresh(base, engine_, seeding_, observer);
    });
  }

  int seed_bundled() {
    KnowledgeBase base = open_base();
    seeding_.jobs = 1;
    seeding_.batch = false;
    return watched(base, {}, [&](const SeedObserver& observer) {
      return seed(base, engine_, bundled_sources(), seeding_, observer);
    });
  }

  int seed_named() {
    tell_standard_input(session_, options_.paths, options_.documents.manifest);
    const NamedDocuments named(options_.documents, options_.paths, engine_,
                               [this] { return gives_up(); });
    KnowledgeBase base = open_base();
    if (named.single()) {
      seeding_.jobs = 1;
      seeding_.batch = false;
    }
    std::vector<std::string> paths = named.paths();
    if (options_.prune) {
      for (const std::string& gone : gone_files(base, paths)) std::erase(paths, gone);
    }
    if (named.corpora() != nullptr)
      renumbered_ = renumber_rows(base, *named.corpora(), named.paths());
    const int code = watched(base, paths, [&](const SeedObserver& observer) {
      SeedSummary summary = seed(base, engine_, without_files_of(base.file(), named.sources(paths)),
                                 seeding_, observer);
      if (options_.prune && summary.whole && !guard_.requested()) {
        for (std::string& path : named.left_out()) seen_.unread.push_back(std::move(path));
        const Pruned pruned = prune(base, named.paths(), seen_);
        removed_ = pruned.removed;
        summary.moved += pruned.moved;
        // A file that was moved and changed is a new one, and the old one takes along what it had.
        if (summary.added > 0) lost_ = pruned.given;
      }
      return summary;
    });
    named.tell_left_out(session_);
    return code;
  }

 private:
  /// Ctrl-C ends the wait for another program, too.
  KnowledgeBase open_base() const { return open_for_writing(session_, guard_); }

  /// Whoever waits for standard input has nothing under way that would be worth a second.
  bool gives_up() const {
    const auto& paths = options_.paths;
    const bool waits = options_.documents.manifest == "-" ||
                       std::find(paths.begin(), paths.end(), "-") != paths.end();
    return waits ? guard_.requested() : guard_.overdue();
  }

  /// Runs `work` with progress and interruptions looked after, and tells what came of it.
  int watched(KnowledgeBase& base, const std::vector<std::string>& paths,
              const std::function<SeedSummary(const SeedObserver&)>& work) {
    Progress progress(session_, paths);
    const OtherLexicons others(base, engine_, options_.refresh);
    const SeedSummary summary = stored(base, [&] {
      return work([&](const SeedEvent& event) {
        tell(event, progress);
        return !guard_.requested();
      });
    });
    progress.clear();
    session_.note(summary_line(summary, removed_));
    if (summary.versions > 0)
      session_.note(counted(summary.versions, "document") +
                    " added as a version beside an older one; 'attache documents --versions' lists "
                    "them");
    if (summary.moved > 0)
      session_.note(counted(summary.moved, "document") +
                    " known again by content under another path, with name and all that was given");
    if (renumbered_ > 0)
      session_.note(counted(renumbered_, "row") +
                    " known again by content at another place of the table");
    if (!lost_.empty())
      session_.note("of the removed " + counted(lost_.size(), "document") +
                    " had something that was given or decided: " + first_of(lost_));
    others.tell(base, session_);
    names_.tell(session_);
    if (const std::string line = encodings_.line(); !line.empty()) session_.note(line);
    if (options_.documents.stats) print_stats(session_, summary.stats);
    close(base, session_);
    if (guard_.requested())
      throw Interrupted("interrupted; the documents counted above are stored, seed again to go on");
    if (summary.blank > 0) return 4;
    return summary.failed > 0 ? 1 : 0;
  }

  SeedSummary stored(KnowledgeBase& base, const std::function<SeedSummary()>& work) const {
    return unless_interrupted(guard_, [&] {
      try {
        return work();
      } catch (const KnowledgeBaseError& error) {
        throw closed(base, error);
      }
    });
  }

  void tell(const SeedEvent& event, Progress& progress) {
    const bool failed = event.outcome == Outcome::failed;
    if (failed || remarks_.is_new(event.source)) {
      progress.clear();
      failed ? session_.complain(told_error(event.source, event.error))
             : remarks_.say(event.source);
    }
    if (!failed) names_.add(event.source, event.country);
    if (!event.remarks.empty()) progress.clear();
    for (const std::string& remark : event.remarks)
      session_.complain(event.source.name + ": " + remark);
    if (options_.prune && failed) seen_.unread.push_back(event.source.identity);
    if (options_.prune && !failed) seen_.documents.insert(event.source.identity);
    if (seeding_.read.encoding == Encoding::automatic && event.outcome == Outcome::read)
      encodings_.add(event.encoding, event.source.name);
    progress.add(event.bytes);
  }

  const InterruptGuard guard_;  // first: loading and opening can be interrupted, too
  const SeedCommandOptions& options_;
  Session& session_;
  Engine engine_;
  SeedOptions seeding_;
  Remarks remarks_;
  NameCounts names_;
  EncodingLog encodings_;
  Seen seen_;
  std::optional<std::uint64_t> removed_;
  std::vector<std::string> lost_;  ///< slugs of the removed
  std::uint64_t renumbered_ = 0;
};

/// An option with nothing behind it says that this is not known: what was given earlier is
/// forgotten.
void forget_emptied(const CLI::App& app, SeedCommandOptions& options) {
  const DocumentFlags& d = options.documents;
  Forgotten& forgotten = options.forgotten;
  const auto emptied = [&](const char* name, const std::string& value) {
    return app.get_option(name)->count() > 0 && value.empty();
  };
  if (emptied("--title", d.title)) forgotten.title = true;
  if (emptied("--country", d.country)) forgotten.country = true;
  if (emptied("--date", d.date)) forgotten.date = true;
  if (emptied("--source", d.source)) forgotten.source = true;
}

int run_seed(const SeedCommandOptions& options, Session& session) {
  check_usage(options);
  SeedRun run(options, session);
  tell_idle_files(options.documents.lexicon, options.documents.rules, session);
  if (options.refresh) return run.refresh_stored();
  if (options.paths.empty() && options.documents.manifest.empty()) return run.seed_bundled();
  try {
    return run.seed_named();
  } catch (const ReadStopped&) {
    throw Interrupted("interrupted; nothing was read");
  }
}

}  // namespace

void add_seed(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "seed", "Parse documents into the knowledge base",
                  "attache seed                                the bundled document\n"
                  "attache seed --country FRA --date 1995-09-26 speech.txt\n"
                  "curl -s URL | attache seed --slug a-speech -\n"
                  "attache seed --name-pattern '{country}_{}_{date}' speeches/ more.zip");
  auto options = std::make_shared<SeedCommandOptions>();
  app->add_option(
         "PATH", options->paths,
         "Files, folders, patterns, archives; - is standard input; none is the bundled document")
      ->type_name("")
      ->check(names_something());
  DocumentFlags& documents = options->documents;
  app->add_option("--title", documents.title,
                  "Title (default: what the file says of itself, or its name)")
      ->group("Documents");
  app->add_option("--slug", documents.slug,
                  "The document's stable name, by which it is known again and which begins its "
                  "references (default: made of its file's name or title)")
      ->type_name("SLUG")
      ->group("Documents");
  app->add_option("--source", documents.source, "Where the document is from, e.g. its URL")
      ->group("Documents");
  app->add_flag("--keep-versions", options->keep_versions,
                "Add what has changed as a version beside what is stored, instead of replacing it")
      ->group("Runs");
  app->add_flag(
         "--forget-given",
         [forgotten = &options->forgotten](std::int64_t) {
           *forgotten = {true, true, true, true, true};
         },
         "Do not keep title, country, date, language and source that earlier runs gave; an empty "
         "value, as --date '', forgets one of them")
      ->group("Runs");
  app->add_flag("--prune", options->prune,
                "Remove documents whose files are gone, below the paths given; a file with the "
                "content of one that is gone is that document, moved")
      ->group("Runs");
  app->add_flag("--refresh", options->refresh,
                "Extract stored documents anew from their stored texts where engine, lexicon or "
                "rules have changed")
      ->group("Runs");
  app->add_flag("--force", options->force, "Read or refresh what is unchanged, too")->group("Runs");
  add_document_flags(*app, documents);
  commands.push_back({app, [app, options](Session& session) {
                        forget_emptied(*app, *options);
                        return run_seed(*options, session);
                      }});
}

}  // namespace attache
