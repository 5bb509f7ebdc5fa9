// SPDX-License-Identifier: MIT
// States and bodies, or states and norms, for programs that draw and measure networks.
#include <array>
#include <memory>
#include <span>

#include "cli/commands.h"
#include "cli/error.h"
#include "cli/export/output_file.h"
#include "cli/filter_flags.h"
#include "cli/output/graph_text.h"
#include "cli/told_hints.h"
#include "schema/graph.h"
#include "schema/knowledge_base.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

constexpr std::array<const char*, 4> role_filters{"name", "role", "role-country", "kind"};
constexpr std::array<const char*, 3> norm_filters{"norm", "instrument", "polarity"};

struct GraphOptions {
  std::string of;  ///< empty: what the filters are of
  std::string format;
  FilterFlags filters;
  OutputFileName file;
};

/// The first of these filters that was given, with its dashes; empty where none was.
std::string given_among(const GraphOptions& options, std::span<const char* const> flags) {
  for (const char* flag : flags)
    if (!options.filters.values(flag).empty()) return "--" + std::string(flag);
  return {};
}

/// Whether norms are drawn: --of, else what is filtered. Filters of the other graph are told.
bool is_of_norms(const GraphOptions& options) {
  const std::string role = given_among(options, role_filters);
  const std::string norm = given_among(options, norm_filters);
  const bool norms = options.of.empty() ? !norm.empty() && role.empty() : options.of == "norms";
  const std::string& other = norms ? role : norm;
  if (other.empty()) return norms;
  if (options.of.empty())
    throw UsageError(role + " goes with a graph of roles, " + norm +
                     " with one of norms; give one of them");
  throw UsageError(other + " goes with --of " + (norms ? "roles" : "norms") + ", not with --of " +
                   options.of);
}

/// --format, else what the file's ending says, else GraphML. An ending that promises something else
/// is told.
std::string format_of(const GraphOptions& options) {
  const std::string& path = options.file.path;
  if (options.format == "graphml")
    refuse_other_format(path, {".graphml", ".xml"}, "a graph in GraphML is asked for");
  else if (options.format == "dot")
    refuse_other_format(path, {".dot", ".gv"}, "a graph in DOT is asked for");
  else
    refuse_other_format(path, {".graphml", ".xml", ".dot", ".gv"},
                        "a graph is written as GraphML or DOT, which Graphviz draws ('dot -Tsvg')");
  if (!options.format.empty()) return options.format;
  const std::string ending = lower_ending(path);
  return ending == ".dot" || ending == ".gv" ? "dot" : "graphml";
}

/// Why there is no edge.
void tell_nothing(const GraphOptions& options, const Session& session, const KnowledgeBase& base,
                  std::uint64_t edges) {
  if (session.quiet) return;
  const bool norms = options.of == "norms";
  const TableInfo& table = *find_table(norms ? "principles" : "organizations");
  Selection asked;
  asked.filters = norms ? options.filters.given() : of_all_states(options.filters.given());
  const std::uint64_t rows = edges > 0 ? edges : count(base, table, asked);
  tell_hints(session, base, table, asked, rows);
  if (edges == 0 && rows > 0)
    session.note(norms ? "no document of these rows is of a known country"
                       : "these rows state no role of a known country; --role mention draws what "
                         "is only mentioned");
}

int run_graph(const GraphOptions& options, Session& session) {
  const bool to_file = is_file(options.file);
  if (options.file.replace && !to_file) throw UsageError("--force goes with --output");
  const bool norms = is_of_norms(options);
  const std::string format = format_of(options);
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const Graph graph = norms ? graph_of_norms(base, options.filters.given())
                            : graph_of_roles(base, of_all_states(options.filters.given()));
  const std::string text = format == "dot" ? dot_of(graph) : graphml_of(graph);
  if (!to_file) session.out.append(text);
  else write_file(options.file, session.kept(), [&](Sink& sink) { sink.append(text); });
  session.out.flush();
  session.note(counted(graph.nodes.size(), "node") + ", " + counted(graph.edges.size(), "edge") +
               (to_file ? " written to " + options.file.path : ""));
  tell_nothing(options, session, base, graph.edges.size());
  return 0;
}

void add_filters(CLI::App& app, GraphOptions& options) {
  for (const char* flag : role_filters) {
    FilterInfo filter = filter_of("organizations", flag);
    if (filter.flag == "role") filter.help = "This role, of any state";
    options.filters.add(app, filter, "Filters of roles");
  }
  for (const char* flag : norm_filters)
    options.filters.add(app, filter_of("principles", flag), "Filters of norms");
  for (const FilterInfo& filter : document_filters())
    options.filters.add(app, filter,
                        "Filters of both (a repeated one means or, different ones and)");
  std::vector<FilterInfo> both = certainty_filters();
  both.push_back(filter_of("principles", "match"));
  for (const FilterInfo& filter : both)
    options.filters.add(app, filter,
                        "Filters of both (a repeated one means or, different ones and)");
}

}  // namespace

void add_graph(CLI::App& root, std::vector<Command>& commands) {
  CLI::App* app =
      add_command(root, "graph", "Write states and bodies, or states and norms, as a graph",
                  "attache graph > roles.graphml\n"
                  "attache graph --role founder --format dot | dot -Tsvg > founders.svg\n"
                  "attache graph --of norms --since 1990 -o norms.graphml");
  auto options = std::make_shared<GraphOptions>();
  app->add_option(
         "--of", options->of,
         "roles: states and bodies; norms: states and norms. Without it what the filters are "
         "of, else roles")
      ->type_name("WHAT")
      ->transform(CLI::IsMember({"roles", "norms"}, CLI::ignore_case));
  add_filters(*app, *options);
  app->add_option("--format", options->format, "graphml (the default) or dot, for Graphviz")
      ->type_name("NAME")
      ->transform(CLI::IsMember({"graphml", "dot"}, CLI::ignore_case))
      ->group("Output");
  app->add_option("-o,--output", options->file.path,
                  "Write this file: .graphml or .xml, or .dot or .gv, which ask for DOT where "
                  "--format does not say")
      ->type_name("FILE")
      ->check(names_a_file)
      ->group("Output");
  app->add_flag("--force", options->file.replace, "Replace the file where it is there")
      ->group("Output");
  commands.push_back({app, [options](Session& session) { return run_graph(*options, session); }});
}

}  // namespace attache
