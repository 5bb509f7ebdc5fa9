// SPDX-License-Identifier: MIT
#include "cli/output/escape.h"
#include "cli/output/graph_text.h"

namespace attache {
namespace {

/// Between double quotes. Graphviz reads escapes (\N is the node's id) and HTML's entities there.
std::string in_quotes(const std::string& text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
    if (c == '&') out += "amp;";
  }
  return out + '"';
}

std::string shape_of(const GraphNode& node) { return node.type == "state" ? "box" : "ellipse"; }

/// What is drawn, and what is only there for programs.
std::string attributes_of(const GraphEdge& edge) {
  std::string dates = edge.first;
  if (edge.first != edge.last) dates += " to " + edge.last;
  return "label=" + in_quotes(edge.role) + ", role=" + in_quotes(edge.role) +
         ", documents=" + std::to_string(edge.documents) +
         ", citations=" + std::to_string(edge.citations) + ", first=" + in_quotes(edge.first) +
         ", last=" + in_quotes(edge.last) + ", weight=" + std::to_string(edge.documents) +
         ", tooltip=" + in_quotes(dates);
}

}  // namespace

std::string dot_of(const Graph& graph) {
  std::string out = "digraph attache {\n  rankdir=LR;\n";
  for (const GraphNode& node : graph.nodes)
    out += "  " + in_quotes(node.id) + " [label=" + in_quotes(node.label) +
           ", shape=" + shape_of(node) + ", class=" + in_quotes(node.type) + "];\n";
  for (const GraphEdge& edge : graph.edges)
    out += "  " + in_quotes(edge.source) + " -> " + in_quotes(edge.target) + " [" +
           attributes_of(edge) + "];\n";
  return out + "}\n";
}

}  // namespace attache
