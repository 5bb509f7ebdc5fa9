// SPDX-License-Identifier: MIT
// Whether the knowledge base is sound, and its repair from the stored texts.
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/interrupt.h"
#include "cli/output_flags.h"
#include "cli/writing.h"
#include "schema/catalog.h"
#include "schema/check.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/repair.h"
#include "seed/seeder.h"

namespace attache {
namespace {

struct CheckOptions {
  bool repair = false;
  bool yes = false;
  std::string lexicon, rules;
  OutputFlags output;
};

std::vector<Problem> problems_of(const KnowledgeBase& base) {
  // One state for all its questions: a writer may be at work.
  const Snapshot snapshot(base);
  std::vector<Problem> problems;
  check(base, [&](const Problem& problem) { problems.push_back(problem); });
  return problems;
}

std::string counted(std::uint64_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

void tell_sound(Session& session, const KnowledgeBase& base) {
  const Extent all = extent(base);
  session.out.append("ok: " + counted(all.documents, "document") + ", " +
                     counted(all.sentences, "sentence") + ", " +
                     counted(all.citations, "citation") + " checked\n");
}

void print(const CheckOptions& options, Session& session, const std::vector<Problem>& problems) {
  const auto writer = make_writer(options.output, session);
  const ColumnInfo columns[] = {{"where"}, {"problem"}};
  writer->begin(columns);
  for (const Problem& problem : problems) {
    const Cell cells[] = {std::string_view(problem.where), std::string_view(problem.what)};
    writer->row(cells);
  }
  writer->end();
  session.out.flush();
}

/// Asks on a terminal; elsewhere --yes must have been given.
void confirm(const CheckOptions& options, Session& session, const std::string& what) {
  session.streams.err << what << '\n' << std::flush;
  if (options.yes) return;
  if (!session.streams.in_terminal || !session.streams.err_terminal)
    throw UsageError("--repair asks before it changes anything; say --yes where nobody can answer");
  session.streams.err << "go on? [y/N] " << std::flush;
  std::string answer;
  std::getline(session.streams.in, answer);
  if (answer != "y" && answer != "Y" && answer != "yes") throw Interrupted("nothing was changed");
}

/// Between the steps, each of which leaves a knowledge base that can be repaired further.
void go_on_unless(const InterruptGuard& guard) {
  if (guard.requested())
    throw Interrupted("interrupted; run 'attache check --repair' again to go on");
}

bool has(const std::vector<Problem>& problems, Problem::Kind kind) {
  return std::any_of(problems.begin(), problems.end(),
                     [kind](const Problem& p) { return p.kind == kind; });
}

void extract_anew(KnowledgeBase& base, const CheckOptions& options, const Session& session,
                  const InterruptGuard& guard) {
  const Engine engine = Engine::load(options.lexicon, options.rules);
  SeedOptions seeding;
  seeding.jobs = jobs_of({});
  seeding.batch = true;
  seeding.force = true;
  seeding.read.helpers = make_reader_helpers();
  refresh(base, engine, seeding, [&](const SeedEvent& event) {
    if (event.outcome == Outcome::failed) session.complain(event.error);
    return !guard.requested();
  });
  go_on_unless(guard);
}

/// 0 where the documents can't be counted.
std::uint64_t documents_in(const Session& session) {
  try {
    return extent(KnowledgeBase::open_as_it_is(session.database(), session.patience)).documents;
  } catch (const KnowledgeBaseError& error) {
    if (error.kind() != KnowledgeBaseError::Kind::damaged) throw;
    return 0;
  }
}

std::vector<Problem> problems_of(const Session& session) {
  return problems_of(KnowledgeBase::open_as_it_is(session.database(), session.patience));
}

/// What --repair is about to do.
std::string plan(const std::vector<Problem>& problems, std::uint64_t documents) {
  std::string words;
  const auto add = [&](const std::string& part) {
    words += (words.empty() ? "" : ", and ") + part;
  };
  if (has(problems, Problem::Kind::file)) add("make SQLite's own indexes anew");
  if (has(problems, Problem::Kind::definition))
    add("bring tables, views, indexes and triggers back to those of attache");
  if (has(problems, Problem::Kind::rows) || has(problems, Problem::Kind::text))
    add("extract the sentences and rows of " + counted(documents, "document") +
        " anew from the stored texts");
  return "this will " + words + (words.empty() ? "" : ", and ") + "make the full-text index anew";
}

/// What lies below the rows: SQLite's structures and the definitions. Gives what is left then.
std::vector<Problem> repair_file(const Session& session, const InterruptGuard& guard,
                                 std::vector<Problem> problems) {
  const std::filesystem::path file = session.database();
  if (has(problems, Problem::Kind::file)) {
    rebuild_indexes(file, patience_of(session, guard));
    problems = problems_of(session);
  }
  if (has(problems, Problem::Kind::file))
    throw KnowledgeBaseError(
        KnowledgeBaseError::Kind::damaged,
        file.string() +
            ": the file itself is damaged, which can't be repaired from within; "
            "seed the documents into a new one, or rescue what sqlite3's .recover gives");
  if (!has(problems, Problem::Kind::definition)) return problems;
  go_on_unless(guard);
  restore_definitions(file, patience_of(session, guard));
  return problems_of(session);
}

/// What is made from the stored texts.
void repair_rows(KnowledgeBase& base, const CheckOptions& options, const Session& session,
                 const InterruptGuard& guard, const std::vector<Problem>& problems) {
  if (!has(problems, Problem::Kind::rows) && !has(problems, Problem::Kind::text)) {
    empty_index(base);
    base.rebuild_index();
    // Sentences that no document has are found by the index alone.
    if (!has(problems_of(base), Problem::Kind::index)) return;
  }
  forget_extracted(base);
  extract_anew(base, options, session, guard);
  base.rebuild_index();
}

void repair(const CheckOptions& options, Session& session, const std::vector<Problem>& problems) {
  confirm(options, session, plan(problems, documents_in(session)));
  const InterruptGuard guard;  // not before: a question is left as one likes
  unless_interrupted(guard, [&] {
    const std::vector<Problem> left = repair_file(session, guard, problems);
    if (left.empty()) return;
    go_on_unless(guard);
    KnowledgeBase base = open_for_writing(session, guard);
    try {
      repair_rows(base, options, session, guard, left);
    } catch (const KnowledgeBaseError& error) {
      throw closed(base, error);
    }
    close(base, session);
  });
}

int run_check(const CheckOptions& options, Session& session) {
  if (options.yes && !options.repair) throw UsageError("--yes goes with --repair");
  make_writer(options.output, session);  // what contradicts itself is told first
  std::vector<Problem> problems = problems_of(session);
  if (!problems.empty() && options.repair) {
    print(options, session, problems);
    repair(options, session, problems);
    problems = problems_of(session);
    session.note(problems.empty() ? "repaired" : "not all could be repaired; what is left:");
  }
  if (problems.empty()) {
    tell_sound(session, KnowledgeBase::open(session.database(), session.patience));
    return 0;
  }
  print(options, session, problems);
  return 1;
}

}  // namespace

void add_check(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "check", "Check the knowledge base, and repair it from its stored texts",
                  "attache check\n"
                  "attache check --json | jq -r '.[].where'\n"
                  "attache check --repair");
  auto options = std::make_shared<CheckOptions>();
  app->add_flag("--repair", options->repair,
                "Make anew what is wrong, after saying what: the full-text index, sentences, rows");
  app->add_flag("--yes", options->yes, "Do not ask before --repair");
  app->add_option("--lexicon", options->lexicon,
                  "--repair: folder of .csv files laid over the built-in lexicon")
      ->type_name("DIR");
  app->add_option("--rules", options->rules,
                  "--repair: folder of .toml files laid over the built-in rules")
      ->type_name("DIR");
  add_output_flags(*app, options->output);
  commands.push_back({app, [options](Session& session) {
                        try {
                          return run_check(*options, session);
                        } catch (const KnowledgeBaseError& error) {
                          throw beyond_check(error);
                        }
                      }});
}

}  // namespace attache
