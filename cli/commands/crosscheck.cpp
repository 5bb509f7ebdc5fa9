// SPDX-License-Identifier: MIT
// Roles that texts state against reference facts.
#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/computed_rows.h"
#include "cli/filter_flags.h"
#include "cli/output/cell.h"
#include "cli/told_hints.h"
#include "schema/knowledge_base.h"
#include "schema/successors.h"
#include "schema/tables.h"
#include "seed/memberships.h"

namespace attache {
namespace {

struct CrosscheckOptions {
  FilterFlags filters;  ///< of organizations
  std::vector<std::string> verdicts;
  std::string lexicon;
  ComputedRowFlags rows;
};

const TableInfo& organizations() { return *find_table("organizations"); }

const std::vector<ColumnInfo>& all_columns() {
  static const std::vector<ColumnInfo> columns{{"ref"},          {"document"}, {"date"},
                                               {"role_country"}, {"body"},     {"role"},
                                               {"verdict"},      {"fact"},     {"source"}};
  return columns;
}

constexpr std::array<std::string_view, 6> usual_columns{"ref",  "role_country", "body",
                                                        "role", "verdict",      "fact"};

Selection selection_of(const CrosscheckOptions& options) {
  Selection selection;
  selection.columns = {"ref", "document", "date", "role_country", "body", "role"};
  selection.filters = of_all_states(options.filters.given());
  return selection;
}

std::string text_in(const Cell& cell) {
  const std::string_view* text = text_of(cell);
  return text == nullptr ? std::string() : std::string(*text);
}

/// A state that the facts do not name is looked up under the name that it bears today.
std::string known_as(const Memberships& facts, const std::map<std::string, std::string>& later,
                     std::string country) {
  for (int steps = 0; steps < 4 && !facts.names(country); ++steps) {
    const auto next = later.find(country);
    if (next == later.end()) break;
    country = next->second;
  }
  return country;
}

bool is_wanted(std::string_view verdict, const std::vector<std::string>& wanted) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), verdict) != wanted.end();
}

/// Gives each stated role with what the facts say of it, until `visit` returns false.
void compare_all(const KnowledgeBase& base, const CrosscheckOptions& options,
                 const std::function<bool(const std::vector<std::string>&)>& visit) {
  const Memberships facts = Memberships::load(options.lexicon);
  const auto later = successors_of_countries(base);
  select(base, organizations(), selection_of(options), [&](std::span<const Cell> cells) {
    std::vector<std::string> texts;
    for (const Cell& cell : cells) texts.push_back(text_in(cell));
    if (texts[3].empty() || texts[4].empty() || texts[5].empty() || texts[5] == "mention")
      return true;
    const MembershipFinding finding =
        facts.compare({texts[4], known_as(facts, later, texts[3]), texts[5], texts[2]});
    if (!is_wanted(name_of(finding.verdict), options.verdicts)) return true;
    texts.insert(texts.end(),
                 {std::string(name_of(finding.verdict)), finding.fact, finding.source});
    return visit(texts);
  });
}

/// Why rows that pass the filters give no verdict.
std::string none_said(const CrosscheckOptions& options) {
  std::string verdicts;
  for (const std::string& verdict : options.verdicts)
    verdicts += (verdicts.empty() ? "has --verdict " : ",") + verdict;
  return verdicts.empty() ? "can be checked: they only mention them" : verdicts;
}

int run_crosscheck(const CrosscheckOptions& options, Session& session) {
  ComputedRows rows(options.rows, session, all_columns(), usual_columns, "crosscheck has");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  compare_all(base, options,
              [&](const std::vector<std::string>& texts) { return rows.row(text_cells(texts)); });
  const std::uint64_t printed = rows.end();
  const std::uint64_t stated =
      printed > 0 ? printed : count(base, organizations(), selection_of(options));
  tell_hints(session, base, organizations(), selection_of(options), stated);
  if (printed == 0 && stated > 0) {
    session.out.flush();
    session.note("no role of these organizations " + none_said(options));
  }
  return options.rows.exit_status && printed == 0 ? 1 : 0;
}

void add_filters(CLI::App& app, CrosscheckOptions& options) {
  app.add_option("--verdict", options.verdicts, "Rows of which the facts say this")
      ->type_name("VERDICT")
      ->delimiter(',')
      ->transform(CLI::IsMember({"agrees", "contradicts", "unknown"}, CLI::ignore_case))
      ->allow_extra_args(false)
      ->group(filters_group);
  for (FilterInfo filter : organizations().filters) {
    if (filter.flag == "role") filter.help = "This role, of any state";
    options.filters.add(app, filter, filters_group);
  }
}

}  // namespace

void add_crosscheck(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "crosscheck", "Compare roles that texts state with known memberships",
                  "attache crosscheck --verdict contradicts\n"
                  "attache crosscheck --country AZE --columns ref,verdict,fact,source --csv");
  auto options = std::make_shared<CrosscheckOptions>();
  add_filters(*app, *options);
  app->add_option("--lexicon", options->lexicon,
                  "Folder whose memberships.csv is laid over the built-in one")
      ->type_name("DIR");
  add_computed_row_flags(*app, options->rows, list_of(all_columns()));
  commands.push_back(
      {app, [options](Session& session) { return run_crosscheck(*options, session); }});
}

}  // namespace attache
