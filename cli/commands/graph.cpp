// SPDX-License-Identifier: MIT
// States and bodies, or states and norms, for programs that draw and measure networks.
#include <memory>

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

struct GraphOptions {
  std::string of = "roles";
  std::string format;
  FilterFlags filters;
  OutputFileName file;
};

/// --format, else what the file's ending says, else GraphML.
std::string format_of(const GraphOptions& options) {
  if (!options.format.empty()) return options.format;
  const std::string ending = std::filesystem::path(options.file.path).extension().string();
  return ending == ".dot" || ending == ".gv" ? "dot" : "graphml";
}

/// Why there is no edge.
void tell_nothing(const GraphOptions& options, const Session& session, const KnowledgeBase& base,
                  std::uint64_t edges) {
  if (session.quiet) return;
  const bool norms = options.of == "norms";
  const TableInfo& table = *find_table(norms ? "principles" : "organizations");
  Selection asked;
  asked.filters = options.filters.given();
  const std::uint64_t rows = edges > 0 ? edges : count(base, table, asked);
  tell_hints(session, base, table, asked, rows);
  if (edges == 0 && rows > 0)
    session.note(norms ? "no document of these rows is of a known country"
                       : "these rows state no role of a known country; --role mention draws what "
                         "is only mentioned");
}

int run_graph(const GraphOptions& options, Session& session) {
  if (options.file.replace && options.file.path.empty())
    throw UsageError("--force goes with --output");
  const KnowledgeBase base = KnowledgeBase::open(session.database(), session.patience);
  const Graph graph = options.of == "norms" ? graph_of_norms(base, options.filters.given())
                                            : graph_of_roles(base, options.filters.given());
  const std::string text = format_of(options) == "dot" ? dot_of(graph) : graphml_of(graph);
  if (options.file.path.empty()) session.out.append(text);
  else write_file(options.file, [&](Sink& sink) { sink.append(text); });
  session.out.flush();
  session.note(counted(graph.nodes.size(), "node") + ", " + counted(graph.edges.size(), "edge") +
               (options.file.path.empty() ? "" : " written to " + options.file.path));
  tell_nothing(options, session, base, graph.edges.size());
  return 0;
}

void add_filters(CLI::App& app, GraphOptions& options) {
  for (const char* flag : {"name", "role", "kind"})
    options.filters.add(app, filter_of("organizations", flag), "Filters of roles");
  for (const char* flag : {"norm", "instrument", "polarity"})
    options.filters.add(app, filter_of("principles", flag), "Filters of norms");
  for (const FilterInfo& filter : document_filters())
    options.filters.add(app, filter,
                        "Filters of both (a repeated one means or, different ones and)");
  options.filters.add(app, filter_of("principles", "match"),
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
  app->add_option("--of", options->of,
                  "roles (the default): states and bodies; norms: states and norms")
      ->type_name("WHAT")
      ->check(CLI::IsMember({"roles", "norms"}));
  add_filters(*app, *options);
  app->add_option("--format", options->format, "graphml (the default) or dot, for Graphviz")
      ->type_name("NAME")
      ->check(CLI::IsMember({"graphml", "dot"}))
      ->group("Output");
  app->add_option("-o,--output", options->file.path,
                  "Write this file; .dot and .gv ask for DOT where --format does not say")
      ->type_name("FILE")
      ->check(names_a_file)
      ->group("Output");
  app->add_flag("--force", options->file.replace, "Replace the file where it is there")
      ->group("Output");
  commands.push_back({app, [options](Session& session) { return run_graph(*options, session); }});
}

}  // namespace attache
