// SPDX-License-Identifier: MIT
// Knowledge bases of parts of a corpus into one.
#include <memory>
#include <set>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/interrupt.h"
#include "cli/writing.h"
#include "schema/knowledge_base.h"
#include "schema/memory_count.h"
#include "schema/merge.h"
#include "schema/server_address.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

struct MergeOptions {
  std::string into;
  std::vector<std::string> files;
  bool mixed = false;
};

fs::path place_of(const std::string& path) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(path, error);
  return error ? fs::absolute(path) : whole;
}

/// One file under two names would be read while it is written, or count twice.
void require_different(const MergeOptions& options) {
  for (const std::string& file : options.files)
    if (is_server_address(file))
      throw UsageError(shown_address(file) + ": is no file; merge the files, then publish them");
  const fs::path into = place_of(options.into);
  std::set<fs::path> names;
  for (const std::string& file : options.files) {
    const fs::path path = place_of(file);
    std::error_code error;
    if (path == into || fs::equivalent(path, into, error))
      throw UsageError(file + ": is the knowledge base that the others are merged into");
    if (!names.insert(path).second) throw UsageError(file + ": is given twice");
  }
}

/// The sum of what came of each file.
void add(Merged& all, Merged one) {
  all.added += one.added;
  all.known += one.known;
  all.decisions += one.decisions;
  for (std::string& line : one.conflicts) all.conflicts.push_back(std::move(line));
}

std::string summary_line(const Merged& merged, std::size_t files, const std::string& into) {
  std::string line = "merged " + counted(files, "file") + " into " + into + ": " +
                     counted(merged.added, "document") + " added, " + std::to_string(merged.known) +
                     " there already";
  if (merged.decisions > 0) line += "; " + counted(merged.decisions, "decision") + " added";
  return line;
}

/// What was merged so far.
struct Progress {
  Merged all;
  std::size_t files = 0;
};

/// False where the plan has to be made anew: another program wrote meanwhile.
bool merge_planned(const MergePlan& plan, Session& session, const InterruptGuard& guard,
                   Progress& done) {
  KnowledgeBase base = open_for_writing(session, guard);
  try {
    for (; done.files < plan.files.size() && !guard.requested(); ++done.files)
      add(done.all, merge_file(base, plan.files[done.files], patience_of(session, guard)));
  } catch (const PlanOutdated&) {
    close(base, session);
    return false;
  } catch (const KnowledgeBaseError& error) {
    throw KnowledgeBaseError(
        error.kind(),
        closed(base, error).what() + ("; " + counted(done.files, "file") + " merged before it"));
  }
  close(base, session);
  return true;
}

/// 1 where a decision could not be taken.
int tell(const Progress& done, const MergeOptions& options, const Session& session) {
  for (const std::string& line : done.all.conflicts) session.complain(line);
  session.note(summary_line(done.all, done.files, options.into));
  if (done.files < options.files.size())
    throw Interrupted("interrupted; the same command goes on where it stopped");
  return done.all.conflicts.empty() ? 0 : 1;
}

int refuse(const MergePlan& plan, const Progress& done, Session& session) {
  for (const std::string& line : plan.conflicts) session.complain(line);
  session.remind(done.files == 0 ? "nothing was merged"
                                 : counted(done.files, "file") + " merged before that");
  return 1;
}

int run_merge(const MergeOptions& options, Session& session) {
  if (!session.db.empty())
    throw UsageError("merge is told its files as words: attache merge OUT.db IN.db...; leave --db");
  require_different(options);
  session.db = options.into;
  leave_memory_uncounted();
  const InterruptGuard guard;
  return unless_interrupted(guard, [&] {
    Progress done;
    for (;;) {
      const MergePlan plan = plan_merge(options.into, {options.files.begin(), options.files.end()},
                                        options.mixed, patience_of(session, guard));
      if (!plan.conflicts.empty()) return refuse(plan, done, session);
      if (merge_planned(plan, session, guard, done)) return tell(done, options, session);
    }
  });
}

}  // namespace

void add_merge(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(root, "merge", "Join knowledge bases of parts of a corpus into one",
                              "attache merge all.db shard-*.db\n"
                              "attache merge mine.db colleague.db");
  auto options = std::make_shared<MergeOptions>();
  app->add_option("OUT", options->into,
                  "The knowledge base that the others are merged into; made where it is missing")
      ->type_name("")
      ->required()
      ->check(names_something());
  app->add_option("IN", options->files, "Knowledge bases to be merged, in the order of the corpus")
      ->type_name("")
      ->required()
      ->check(names_something());
  app->add_flag("--mixed", options->mixed,
                "Take documents of several engines or lexicons as they are");
  commands.push_back({app, [options](Session& session) { return run_merge(*options, session); }});
}

}  // namespace attache
