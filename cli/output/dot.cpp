// SPDX-License-Identifier: MIT
#include "cli/output/escape.h"
#include "cli/output/graph_text.h"

namespace attache {
namespace {

/// Between double quotes. Graphviz reads escapes (\N is the node's id) and HTML's entities there.
std::string quoted(const std::string& text) {
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
  return "label=" + quoted(edge.role) + ", role=" + quoted(edge.role) +
         ", documents=" + std::to_string(edge.documents) +
         ", citations=" + std::to_string(edge.citations) + ", first=" + quoted(edge.first) +
         ", last=" + quoted(edge.last) + ", weight=" + std::to_string(edge.documents) +
         ", tooltip=" + quoted(dates);
}

}  // namespace

std::string dot_of(const Graph& graph) {
  std::string out = "digraph attache {\n  rankdir=LR;\n";
  for (const GraphNode& node : graph.nodes)
    out += "  " + quoted(node.id) + " [label=" + quoted(node.label) + ", shape=" + shape_of(node) +
           ", class=" + quoted(node.type) + "];\n";
  for (const GraphEdge& edge : graph.edges)
    out += "  " + quoted(edge.source) + " -> " + quoted(edge.target) + " [" + attributes_of(edge) +
           "];\n";
  return out + "}\n";
}

}  // namespace attache
