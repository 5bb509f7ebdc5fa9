// SPDX-License-Identifier: MIT
// Roles that texts state against reference facts.
#include <algorithm>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/output/cell.h"
#include "cli/output_flags.h"
#include "cli/row_flags.h"
#include "schema/knowledge_base.h"
#include "schema/nearest.h"
#include "schema/successors.h"
#include "schema/tables.h"
#include "seed/memberships.h"

namespace attache {
namespace {

struct CrosscheckOptions {
  std::vector<std::vector<std::string>> values;  ///< one for each filter of organizations
  std::vector<std::string> verdicts, columns;
  std::string lexicon;
  bool count = false, exit_status = false;
  std::optional<std::uint64_t> limit;
  OutputFlags output;
};

const TableInfo& organizations() { return *find_table("organizations"); }

const std::vector<std::string>& all_columns() {
  static const std::vector<std::string> names{"ref",  "document", "date", "role_country", "body",
                                              "role", "verdict",  "fact", "source"};
  return names;
}

/// Positions in all_columns(). Throws SelectionError.
std::vector<std::size_t> chosen(const std::vector<std::string>& wanted) {
  const std::vector<std::string>& names = all_columns();
  std::vector<std::size_t> positions;
  for (const std::string& name : wanted) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
      throw SelectionError("crosscheck has no column '" + name + "'" +
                           suggestion(name, names, names));
    positions.push_back(static_cast<std::size_t>(found - names.begin()));
  }
  return positions;
}

std::vector<std::string> shown_columns(const CrosscheckOptions& options, bool people) {
  if (options.columns == std::vector<std::string>{"all"}) return all_columns();
  if (!options.columns.empty()) return options.columns;
  if (!people) return all_columns();
  return {"ref", "role_country", "body", "role", "verdict", "fact"};
}

Selection selection_of(const CrosscheckOptions& options) {
  Selection selection;
  selection.columns = {"ref", "document", "date", "role_country", "body", "role"};
  for (std::size_t i = 0; i < options.values.size(); ++i)
    if (!options.values[i].empty())
      selection.filters.push_back(
          {std::string(organizations().filters[i].flag), options.values[i]});
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
    const Finding finding =
        facts.compare({texts[4], known_as(facts, later, texts[3]), texts[5], texts[2]});
    if (!is_wanted(name_of(finding.verdict), options.verdicts)) return true;
    texts.insert(texts.end(),
                 {std::string(name_of(finding.verdict)), finding.fact, finding.source});
    return visit(texts);
  });
}

void write_row(RowWriter& writer, const std::vector<std::string>& texts,
               const std::vector<std::size_t>& positions) {
  std::vector<Cell> cells;
  for (const std::size_t at : positions)
    cells.push_back(texts[at].empty() ? Cell() : Cell(std::string_view(texts[at])));
  writer.row(cells);
}

int run_crosscheck(const CrosscheckOptions& options, Session& session) {
  const auto writer = make_writer(options.output, session);
  const auto positions = chosen(shown_columns(options, is_for_people(options.output, session)));
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  std::vector<ColumnInfo> columns;
  for (const std::size_t at : positions) columns.push_back({all_columns()[at]});
  std::uint64_t rows = 0;
  bool begun = false;
  const auto begin = [&] {
    if (!begun && !options.count) writer->begin(columns);
    begun = true;
  };
  compare_all(base, options, [&](const std::vector<std::string>& texts) {
    if (options.limit && rows >= *options.limit) return false;
    begin();
    if (!options.count) write_row(*writer, texts, positions);
    ++rows;
    return true;
  });
  begin();
  if (options.count) {
    append_number(session.out.text(), rows);
    session.out.append("\n");
  } else {
    writer->end();
  }
  return options.exit_status && rows == 0 ? 1 : 0;
}

void add_filters(CLI::App& app, CrosscheckOptions& options) {
  const std::string group = "Filters (a repeated one means or, different ones and)";
  app.add_option("--verdict", options.verdicts, "Rows of which the facts say this")
      ->type_name("VERDICT")
      ->delimiter(',')
      ->check(CLI::IsMember({"agrees", "contradicts", "unknown"}))
      ->allow_extra_args(false)
      ->group(group);
  const auto& filters = organizations().filters;
  options.values.resize(filters.size());
  for (std::size_t i = 0; i < filters.size(); ++i) {
    std::vector<std::string>& values = options.values[i];
    const std::string name = "--" + std::string(filters[i].flag), help(filters[i].help);
    CLI::Option* option =
        filters[i].kind == FilterKind::flag
            ? app.add_flag_callback(
                  name, [&values] { values = {"1"}; }, help)
            : app.add_option(name, values, help)->type_name(std::string(filters[i].metavar));
    option->allow_extra_args(false)->group(group);
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
  std::string list;
  for (const std::string& name : all_columns()) list += (list.empty() ? "" : ", ") + name;
  app->add_option(
         "--columns", options->columns,
         "Columns to show, of " + list + "; or all (the default but in table and markdown)")
      ->type_name("A,B,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  app->add_option("-n,--limit", options->limit, "At most N rows")->type_name("N");
  require_row_numbers(*app);
  app->add_flag("--count", options->count, "Print only how many rows there are");
  app->add_flag("-e,--exit-status", options->exit_status, "Exit 1 where there is no row");
  app->add_option("--lexicon", options->lexicon,
                  "Folder whose memberships.csv is laid over the built-in one")
      ->type_name("DIR");
  add_output_flags(*app, options->output);
  commands.push_back(
      {app, [options](Session& session) { return run_crosscheck(*options, session); }});
}

}  // namespace attache
