// SPDX-License-Identifier: MIT
// Decisions of people on rows: the parts of `attache review`, and accept, reject, amend and undo.
#include "cli/commands/review.h"

#include <memory>

#include "cli/error.h"
#include "cli/interrupt.h"
#include "cli/writing.h"
#include "schema/reference.h"
#include "schema/reviews.h"
#include "schema/value_lists.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

struct DecisionOptions {
  std::string decision;  ///< empty: undo
  std::vector<std::string> references, sets;
  std::string why, by;
};

/// "-" stands for the lines of standard input.
std::vector<std::string> all_references(const DecisionOptions& options, const Session& session) {
  std::vector<std::string> all;
  for (const std::string& reference : options.references) {
    if (reference != "-") {
      all.push_back(reference);
      continue;
    }
    for (std::string line; std::getline(session.streams.in, line);)
      if (std::string given = trimmed(line); !given.empty()) all.push_back(std::move(given));
  }
  return all;
}

std::string with_guesses(const KnowledgeBase& base, const std::string& reference,
                         const std::string& objection) {
  std::string line = "'" + reference + "' " + objection;
  if (objection != "names no row") return line;
  const auto similar = similar_references(base, reference);
  for (std::size_t i = 0; i < similar.size(); ++i)
    line += (i == 0 ? "; did you mean " : ", ") + similar[i];
  return similar.empty() ? line + "; --columns ref lists the references of rows" : line + "?";
}

/// Decides on each row, and tells what can't be. Returns how many could.
std::uint64_t decide_all(KnowledgeBase& base, const DecisionOptions& options,
                         const std::vector<std::string>& references, const std::string& by,
                         const Session& session) {
  ReviewChanges changes(base);
  std::uint64_t done = 0;
  for (const std::string& reference : references) {
    const std::string objection =
        options.decision.empty()
            ? changes.undo(reference)
            : changes.decide(reference, options.decision, options.sets, options.why, by);
    if (objection.empty()) ++done;
    else session.complain(with_guesses(base, reference, objection));
  }
  changes.commit();
  return done;
}

int run_decision(const DecisionOptions& options, Session& session) {
  const std::string by = options.decision.empty() ? std::string() : reviewer(options.by, session);
  const std::vector<std::string> references = all_references(options, session);
  // A knowledge base that is not there is told, not made.
  KnowledgeBase::open(session.database(), session.patience);
  const InterruptGuard guard;
  KnowledgeBase base = open_for_writing(session, guard);
  const std::uint64_t done = decide_all(base, options, references, by, session);
  close(base, session);
  session.note(counted(done, "row") + " " +
               (options.decision.empty() ? "without a decision again" : options.decision));
  return done == references.size() ? 0 : 1;
}

void add_decision(CLI::App& app, std::vector<Command>& parts, const std::string& name,
                  const std::string& decision, const std::string& help,
                  const std::string& examples) {
  CLI::App* part = add_command(app, name, help, examples);
  auto options = std::make_shared<DecisionOptions>();
  options->decision = decision;
  part->add_option("REF", options->references,
                   "References of rows (column ref of the tables); - for those on standard input, "
                   "one a line")
      ->type_name("")
      ->required();
  if (decision == "amended")
    part->add_option("--set", options->sets,
                     "What the row shall say: a column and its value, empty for none; repeat it")
        ->type_name("COLUMN=VALUE")
        ->allow_extra_args(false)
        ->required();
  if (!decision.empty()) {
    part->add_option("--why", options->why, "The reason, in your words")->type_name("TEXT");
    part->add_option("--by", options->by, "Who decides ($ATTACHE_REVIEWER, else $USER)")
        ->type_name("NAME");
  }
  parts.push_back({part, [options](Session& session) { return run_decision(*options, session); }});
}

}  // namespace

std::string reviewer(const std::string& by, const Session& session) {
  if (!by.empty()) return by;
  if (const auto name = session.environment("ATTACHE_REVIEWER")) return *name;
  if (const auto name = session.environment("USER")) return *name;
  throw UsageError("who decides? Say --by NAME, or set ATTACHE_REVIEWER");
}

void add_review_decisions(CLI::App& app, std::vector<Command>& parts) {
  const std::string guam = "aze-foreign-policy/organizations/guam";
  add_decision(app, parts, "accept", "accepted", "Say that rows are right",
               "attache review accept " + guam + " --by ana");
  add_decision(app, parts, "reject", "rejected",
               "Say that rows are wrong: they are left out from now on",
               "attache review reject " + guam +
                   " --why 'only mentioned'\n"
                   "attache organizations --kind bloc --columns ref --tsv --no-header | attache "
                   "review reject -");
  add_decision(app, parts, "amend", "amended", "Say what rows should say",
               "attache review amend " + guam + " --set role=member --why 'see page 2'");
  add_decision(app, parts, "undo", "", "Take decisions back", "attache review undo " + guam);
}

void add_review(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app = add_command(
      root, "review", "Judge rows: accept, reject or amend them, for good",
      "attache review reject aze-foreign-policy/organizations/guam --why 'only mentioned'\n"
      "attache review list\n"
      "attache review export decisions.csv\n"
      "attache review sample 50 --table organizations");
  auto parts = std::make_shared<std::vector<Command>>();
  add_review_decisions(*app, *parts);
  add_review_list(*app, *parts);
  add_review_package(*app, *parts);
  add_review_samples(*app, *parts);
  commands.push_back({app, [parts](Session& session) {
                        for (const Command& part : *parts)
                          if (part.app->parsed()) return part.run(session);
                        throw UsageError(
                            "review: say what to do: accept, reject, amend, undo, list, export, "
                            "import, sample or precision");
                      }});
}

}  // namespace attache
