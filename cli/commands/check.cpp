// SPDX-License-Identifier: MIT
// Whether the knowledge base is sound, and its repair from the stored texts.
#include <algorithm>
#include <memory>
#include <optional>

#include "cli/commands.h"
#include "cli/document_flags.h"
#include "cli/error.h"
#include "cli/output_flags.h"
#include "schema/check.h"
#include "schema/knowledge_base.h"
#include "seed/seeder.h"

namespace attache {
namespace {

struct CheckOptions {
  bool repair = false;
  bool yes = false;
  std::string lexicon, rules;
  OutputFlags output;
};

/// Opened for writing where that can be: SQLite compares index and text only then. `whole` says
/// whether it was.
KnowledgeBase open(const Session& session, bool repair, bool& whole) {
  const std::filesystem::path file = session.database();
  // First for queries, which makes no file and brings none to a newer form.
  KnowledgeBase base = KnowledgeBase::open(file, session.patience);
  try {
    base = KnowledgeBase::open_for_writing(file, session.patience);
    whole = true;
  } catch (const KnowledgeBaseError& error) {
    const bool locked = error.kind() == KnowledgeBaseError::Kind::busy ||
                        error.kind() == KnowledgeBaseError::Kind::read_only;
    if (repair || !locked) throw;
    whole = false;
  }
  return base;
}

std::vector<Problem> problems_of(const KnowledgeBase& base) {
  std::vector<Problem> problems;
  check(base, [&](const Problem& problem) { problems.push_back(problem); });
  return problems;
}

std::string counted(std::uint64_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

void tell_sound(Session& session, const KnowledgeBase& base, bool whole) {
  const Extent all = extent(base);
  session.out.append("ok: " + counted(all.documents, "document") + ", " +
                     counted(all.sentences, "sentence") + ", " +
                     counted(all.citations, "citation") + " checked\n");
  if (!whole) {
    session.out.flush();
    session.note(
        "the file can't be written now, so the words of the full-text index were not compared with "
        "the text");
  }
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

/// Whether only the index is damaged, which needs no document to be extracted anew.
bool index_only(const std::vector<Problem>& problems) {
  return std::all_of(problems.begin(), problems.end(),
                     [](const Problem& p) { return p.where == "sentences_fts"; });
}

bool file_damaged(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& p) { return p.where == "file"; });
}

void extract_anew(KnowledgeBase& base, const CheckOptions& options, Session& session) {
  const Engine engine = Engine::load(options.lexicon, options.rules);
  SeedOptions seeding;
  seeding.jobs = jobs_of({});
  seeding.batch = true;
  seeding.force = true;
  seeding.read.helpers = make_reader_helpers();
  refresh(base, engine, seeding, [&](const SeedEvent& event) {
    if (event.outcome == Outcome::failed) session.complain(event.error);
    return true;
  });
}

void repair(KnowledgeBase& base, const CheckOptions& options, Session& session,
            const std::vector<Problem>& problems) {
  if (file_damaged(problems))
    throw KnowledgeBaseError(
        KnowledgeBaseError::Kind::damaged,
        base.file().string() +
            ": the file itself is damaged, which can't be repaired from within; "
            "seed the documents into a new one, or rescue what sqlite3's .recover gives");
  const bool rows = !index_only(problems);
  confirm(options, session,
          std::string("this will ") +
              (rows ? "extract the sentences and rows of " +
                          counted(extent(base).documents, "document") +
                          " anew from the stored texts, and "
                    : "") +
              "make the full-text index anew");
  if (rows) extract_anew(base, options, session);
  base.rebuild_index();
}

int run_check(const CheckOptions& options, Session& session) {
  if (options.yes && !options.repair) throw UsageError("--yes goes with --repair");
  make_writer(options.output, session);  // what contradicts itself is told first
  bool whole = false;
  KnowledgeBase base = open(session, options.repair, whole);
  std::vector<Problem> problems = problems_of(base);
  if (!problems.empty() && options.repair) {
    print(options, session, problems);
    repair(base, options, session, problems);
    problems = problems_of(base);
    session.note(problems.empty() ? "repaired" : "not all could be repaired; what is left:");
  }
  if (problems.empty()) {
    tell_sound(session, base, whole);
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
  commands.push_back({app, [options](Session& session) { return run_check(*options, session); }});
}

}  // namespace attache
