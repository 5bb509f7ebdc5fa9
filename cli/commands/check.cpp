// SPDX-License-Identifier: MIT
// Whether the knowledge base is sound, and its repair from the stored texts.
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/confirm.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/interrupt.h"
#include "cli/output/terminal.h"
#include "cli/output_flags.h"
#include "cli/writing.h"
#include "schema/catalog.h"
#include "schema/check.h"
#include "schema/content_digest.h"
#include "schema/copy_check.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/repair.h"
#include "seed/seeder.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct CheckOptions {
  bool repair = false;
  bool yes = false;
  bool digest = false;
  std::string lexicon, rules;
  OutputFlags output;
};

bool has(const std::vector<Problem>& problems, Problem::Kind kind) {
  return std::any_of(problems.begin(), problems.end(),
                     [kind](const Problem& p) { return p.kind == kind; });
}

std::vector<Problem> problems_of(const KnowledgeBase& base, const CheckOptions& options) {
  // One state for all its questions: a writer may be at work.
  const Snapshot snapshot(base);
  std::vector<Problem> problems;
  const auto tell = [&](const Problem& problem) { problems.push_back(problem); };
  check(base, tell);
  if (has(problems, Problem::Kind::file) || has(problems, Problem::Kind::definition))
    return problems;
  const Engine engine = load_engine(options.lexicon, options.rules);
  check_vocabulary(base, engine.vocabulary(), engine.lexicon_version(), tell);
  return problems;
}

std::string words_of(const Extent& all) {
  return "ok: " + counted(all.documents, "document") + ", " + counted(all.sentences, "sentence") +
         ", " + counted(all.citations, "citation") + " checked";
}

/// A format for programs that was asked for.
bool is_for_program(const CheckOptions& options, const Session& session) {
  const bool asked = !options.output.format.empty() || !options.output.file.empty() ||
                     std::any_of(options.output.shorthands.begin(), options.output.shorthands.end(),
                                 [](bool given) { return given; });
  return asked && format_of(options.output, session) != "table";
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

/// In a format that was asked for no problem is no row, and the words go to standard error.
void tell_sound(const CheckOptions& options, Session& session, const KnowledgeBase& base,
                bool told) {
  const std::string words = words_of(extent(base));
  if (!is_for_program(options, session)) {
    for (const std::string& line : wrap_hanging(words, session.width(), 2))
      session.out.append(line + "\n");
    return;
  }
  if (!told) print(options, session, {});
  session.note(words);
}

/// The digest alone, or a row of it with how much it is of in a format that was asked for.
void print_digest(const CheckOptions& options, Session& session) {
  KnowledgeBase::require_file(session.database());
  const Content content = content_of(KnowledgeBase::open(session.database(), session.patience));
  if (!is_for_program(options, session)) {
    session.out.append(content.digest + "\n");
    return;
  }
  const auto writer = make_writer(options.output, session);
  const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  const ColumnInfo columns[] = {{"digest"},
                                {"documents", ColumnType::integer},
                                {"sentences", ColumnType::integer},
                                {"rows", ColumnType::integer},
                                {"citations", ColumnType::integer},
                                {"reviews", ColumnType::integer}};
  const Cell cells[] = {std::string_view(content.digest), number(content.documents),
                        number(content.sentences),        number(content.rows),
                        number(content.citations),        number(content.reviews)};
  writer->begin(columns);
  writer->row(cells);
  writer->end();
}

/// Between the steps, each of which leaves a knowledge base that can be repaired further.
void go_on_unless(const InterruptGuard& guard) {
  if (guard.requested())
    throw Interrupted("interrupted; run 'attache check --repair' again to go on");
}

void extract_anew(KnowledgeBase& base, const Engine& engine, const Session& session,
                  const InterruptGuard& guard) {
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
    if (error.kind() != KnowledgeBaseError::Kind::damaged &&
        error.kind() != KnowledgeBaseError::Kind::other)
      throw;
    return 0;
  }
}

std::vector<Problem> problems_of(const Session& session, const CheckOptions& options) {
  return problems_of(KnowledgeBase::open_as_it_is(session.database(), session.patience), options);
}

bool is_of_rows(const std::vector<Problem>& problems) {
  return has(problems, Problem::Kind::rows) || has(problems, Problem::Kind::text);
}

/// What --repair is about to do.
std::string plan(const std::vector<Problem>& problems, std::uint64_t documents) {
  std::string words;
  const auto add = [&](bool wanted, const std::string& part) {
    if (wanted) words += (words.empty() ? "" : ", and ") + part;
  };
  const bool file = has(problems, Problem::Kind::file);
  const bool definition = has(problems, Problem::Kind::definition);
  add(file, "make SQLite's own indexes anew");
  add(definition, "bring tables, views, indexes and triggers back to those of attache");
  add(has(problems, Problem::Kind::description),
      "give documents back the columns and metadata that were stored of them");
  add(has(problems, Problem::Kind::vocabulary), "fill the vocabulary anew from the lexicon");
  add(is_of_rows(problems), "extract the sentences and rows of " + counted(documents, "document") +
                                " anew from the stored texts");
  add(file || definition || is_of_rows(problems) || has(problems, Problem::Kind::index),
      "make the full-text index anew");
  return "this will " + words;
}

/// What lies below the rows: SQLite's structures, the definitions, an index that can't be opened.
/// Gives what is left then.
std::vector<Problem> repair_file(const CheckOptions& options, const Session& session,
                                 const InterruptGuard& guard, std::vector<Problem> problems) {
  const std::filesystem::path file = session.database();
  if (has(problems, Problem::Kind::file)) {
    rebuild_indexes(file, patience_of(session, guard));
    problems = problems_of(session, options);
  }
  if (has(problems, Problem::Kind::file))
    throw KnowledgeBaseError(
        KnowledgeBaseError::Kind::damaged,
        file.string() +
            ": the file itself is damaged, which can't be repaired from within; "
            "seed the documents into a new one, or rescue what sqlite3's .recover gives");
  if (has(problems, Problem::Kind::definition)) {
    go_on_unless(guard);
    restore_definitions(file, patience_of(session, guard));
    problems = problems_of(session, options);
  }
  if (!has(problems, Problem::Kind::index)) return problems;
  go_on_unless(guard);
  empty_index(file, patience_of(session, guard));
  return problems;
}

/// What is said of documents, what was filled from the lexicon, what is made from the stored texts.
void repair_rows(KnowledgeBase& base, const CheckOptions& options, const Session& session,
                 const InterruptGuard& guard, const std::vector<Problem>& problems) {
  const Engine engine = load_engine(options.lexicon, options.rules);
  if (has(problems, Problem::Kind::vocabulary)) {
    forget_vocabulary(base);
    base.put_vocabulary(engine.vocabulary(), engine.lexicon_version());
  }
  if (!is_of_rows(problems)) {
    if (has(problems, Problem::Kind::description)) restore_descriptions(base);
    if (has(problems, Problem::Kind::index)) base.rebuild_index();
    // Sentences that no document has are found by the index alone.
    if (problems_of(base, options).empty()) return;
  }
  forget_extracted(base);
  extract_anew(base, engine, session, guard);
  base.rebuild_index();
}

void repair(const CheckOptions& options, Session& session, const std::vector<Problem>& problems) {
  session.remind(plan(problems, documents_in(session)));
  if (!options.yes)
    confirm(session, "go on?",
            "--repair asks before it changes anything; say --yes where nobody can answer",
            "nothing was changed");
  const InterruptGuard guard;  // not before: a question is left as one likes
  unless_interrupted(guard, [&] {
    const std::vector<Problem> left = repair_file(options, session, guard, problems);
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
  if (options.digest && options.repair)
    throw UsageError("--digest tells what is there; repair first, without it");
  make_writer(options.output, session);  // what contradicts itself is told first
  if (options.digest) {
    print_digest(options, session);
    return 0;
  }
  std::vector<Problem> problems = problems_of(session, options);
  const bool told = !problems.empty() && options.repair;
  if (told) {
    print(options, session, problems);
    repair(options, session, problems);
    problems = problems_of(session, options);
    session.note(problems.empty() ? "repaired" : "not all could be repaired; what is left:");
  }
  if (problems.empty()) {
    tell_sound(options, session, KnowledgeBase::open(session.database(), session.patience), told);
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
                  "attache check --digest\n"
                  "attache check --repair");
  auto options = std::make_shared<CheckOptions>();
  app->add_flag(
      "--repair", options->repair,
      "Mend what is wrong, after saying what: columns of documents, vocabulary, sentences, rows, "
      "the full-text index");
  app->add_flag("--yes", options->yes, "Do not ask before --repair");
  app->add_flag("--digest", options->digest,
                "Print one digest of all that is stored, the same for the same content, instead of "
                "checking");
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
