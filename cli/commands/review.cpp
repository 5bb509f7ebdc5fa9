// SPDX-License-Identifier: MIT
// Decisions of people on rows: the parts of `attache review`, and accept, reject, amend and undo.
#include "cli/commands/review.h"

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

#include "cli/error.h"
#include "cli/given_references.h"
#include "cli/interrupt.h"
#include "cli/referred.h"
#include "cli/writing.h"
#include "schema/amendments.h"
#include "schema/nearest.h"
#include "schema/reference_parts.h"
#include "schema/review_rows.h"
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

/// Of a list such as "role=member,role_country=KEN" each on its own. A comma parts them only where
/// the name of a column follows: others belong to the value.
std::vector<std::string> separate(const std::vector<std::string>& sets) {
  const auto columns = amendable_columns();
  const auto begins_column = [&](const std::string& text) {
    const std::string name = trimmed(text.substr(0, text.find('=')));
    return text.find('=') != std::string::npos &&
           std::any_of(columns.begin(), columns.end(),
                       [&](const AmendableColumn& column) { return column.name == name; });
  };
  std::vector<std::string> all;
  for (std::string rest : sets) {
    for (std::size_t at = rest.find(','); at != std::string::npos; at = rest.find(',', at + 1)) {
      if (!begins_column(rest.substr(at + 1))) continue;
      all.push_back(trimmed(rest.substr(0, at)));
      rest = trimmed(rest.substr(at + 1));
      at = 0;
    }
    all.push_back(rest);
  }
  return all;
}

/// What to type instead of a word that names no row, since it names something else or nothing.
std::string no_row(const KnowledgeBase& base, const std::string& given) {
  const auto referred = referred_by(base, given);
  if (!referred) {
    const auto rows = similar_rows(base, given);
    if (!rows.empty())
      return "'" + given + "' names no row; did you mean " + comma_list(rows) + "?";
    return "'" + given +
           "' names no row; a row's reference is DOCUMENT/TABLE/KEY, and 'attache organizations "
           "--columns ref' lists those of a table";
  }
  const std::string document = field_of(*referred, "document");
  const auto rows = referred->is_sentence() ? referred->rows : rows_of(base, document);
  const std::string what = referred->is_sentence() ? "sentence" : "document";
  if (rows.empty()) return "'" + given + "' is a " + what + " that no row is from";
  return "'" + given + "' is a " + what + ", no row; a row of it is " + rows.front() +
         ", and 'attache " + std::string(reference_parts(rows.front())->table) + " --document " +
         document + " --columns ref' lists such";
}

/// Those of the references that can be decided on; the others are told. Throws SelectionError where
/// --set asks for what their table can't hold.
std::vector<std::string> decidable(const KnowledgeBase& base, const DecisionOptions& options,
                                   const std::vector<std::string>& references,
                                   const Session& session) {
  std::vector<std::string> good;
  for (const std::string& reference : references) {
    if (options.decision.empty() && review_of(base, reference)) {
      good.push_back(reference);
      continue;
    }
    const auto parts = reference_parts(reference);
    const auto row = parts && find_judged(parts->table) != nullptr ? find_reference(base, reference)
                                                                   : std::nullopt;
    if (!row) {
      session.complain(no_row(base, reference));
    } else if (options.decision.empty()) {
      session.complain("'" + reference + "' has no decision; 'attache review list' lists them");
    } else {
      check_amendments(base, parts->table, options.sets);
      good.push_back(reference);
    }
  }
  return good;
}

/// Decides on each row, and tells what can't be. Returns how many could, and how many of them said
/// already what they shall say.
std::pair<std::uint64_t, std::uint64_t> decide_all(KnowledgeBase& base,
                                                   const DecisionOptions& options,
                                                   const std::vector<std::string>& references,
                                                   const std::string& by, const Session& session) {
  ReviewChanges changes(base);
  std::uint64_t done = 0, same = 0;
  for (const std::string& reference : references) {
    const std::string objection =
        options.decision.empty()
            ? changes.undo(reference)
            : changes.decide(reference, options.decision, options.sets, options.why, by);
    if (!objection.empty()) {
      session.complain("'" + reference + "' " + objection);
      continue;
    }
    ++done;
    if (options.decision == "amended" && review_of(base, reference)->review.decision != "amended")
      ++same;
  }
  changes.commit();
  return {done, same};
}

/// Without those that stand there already: a row is decided on, and counted, once.
std::vector<std::string> each_once(std::vector<std::string> references) {
  std::set<std::string> known;
  std::erase_if(references, [&](const std::string& one) { return !known.insert(one).second; });
  return references;
}

int run_decision(DecisionOptions options, Session& session) {
  options.sets = separate(options.sets);
  std::vector<std::string> references, good;
  {  // what is wrong with the arguments is told before anything else, and nothing is made or locked
    const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
    references = given_references(options.references, session, [&](const std::string& reference) {
      return review_of(base, reference) || referred_by(base, reference);
    });
    for (std::string& reference : references)
      if (!review_of(base, reference)) reference = with_slug(base, reference);
    references = each_once(std::move(references));
    good = decidable(base, options, references, session);
  }
  std::uint64_t done = 0, same = 0;
  if (!good.empty()) {
    const std::string by = options.decision.empty() ? std::string() : reviewer(options.by, session);
    const InterruptGuard guard;
    KnowledgeBase base = open_for_writing(session, guard);
    std::tie(done, same) = decide_all(base, options, good, by, session);
    close(base, session);
  }
  const std::string what = options.decision.empty() ? "without a decision again" : options.decision;
  if (done > same || same == 0) session.note(counted(done - same, "row") + " " + what);
  if (same > 0)
    session.note(counted(same, "row") + " accepted, for " +
                 (same == 1 ? "it says so already" : "they say so already"));
  return done == references.size() ? 0 : 1;
}

void add_decision(CLI::App& app, std::vector<Command>& parts, const std::string& name,
                  const std::string& decision, const std::string& help,
                  const std::string& examples) {
  CLI::App* part = add_command(app, name, help, examples);
  auto options = std::make_shared<DecisionOptions>();
  options->decision = decision;
  part->add_option(
          "REF", options->references,
          "References of rows (column ref of the tables), also with commas between them; - "
          "for those on standard input, one a line")
      ->type_name("")
      ->required();
  if (decision == "amended")
    part->add_option(
            "--set", options->sets,
            "What the row shall say: a column and its value, empty for none; repeat it, or put "
            "commas between")
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
