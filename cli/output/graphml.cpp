// SPDX-License-Identifier: MIT
#include <array>

#include "cli/output/graph_text.h"
#include "cli/output/xml_text.h"

namespace attache {
namespace {

struct Key {
  const char* name;
  const char* of;
  const char* type;
};

constexpr std::array<Key, 8> keys = {{
    {"type", "node", "string"},
    {"label", "node", "string"},
    {"kind", "node", "string"},
    {"role", "edge", "string"},
    {"documents", "edge", "long"},
    {"citations", "edge", "long"},
    {"first", "edge", "string"},
    {"last", "edge", "string"},
}};

void data(std::string& out, const char* key, const std::string& value) {
  if (!value.empty())
    out += std::string("      <data key=\"") + key + "\">" + xml_text(value) + "</data>\n";
}

void node(std::string& out, const GraphNode& node) {
  out += "    <node id=\"" + xml_text(node.id) + "\">\n";
  data(out, "type", node.type);
  data(out, "label", node.label);
  data(out, "kind", node.kind);
  out += "    </node>\n";
}

void edge(std::string& out, const GraphEdge& edge) {
  out += "    <edge id=\"" + xml_text(edge.id) + "\" source=\"" + xml_text(edge.source) +
         "\" target=\"" + xml_text(edge.target) + "\">\n";
  data(out, "role", edge.role);
  data(out, "documents", std::to_string(edge.documents));
  data(out, "citations", std::to_string(edge.citations));
  data(out, "first", edge.first);
  data(out, "last", edge.last);
  out += "    </edge>\n";
}

}  // namespace

std::string graphml_of(const Graph& graph) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  for (const Key& key : keys)
    out += std::string("  <key id=\"") + key.name + "\" for=\"" + key.of + "\" attr.name=\"" +
           key.name + "\" attr.type=\"" + key.type + "\"/>\n";
  out += "  <graph id=\"attache\" edgedefault=\"directed\">\n";
  for (const GraphNode& one : graph.nodes) node(out, one);
  for (const GraphEdge& one : graph.edges) edge(out, one);
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace attache
