// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "schema/graph.h"

namespace attache {

/// The graph as GraphML, with what is known of nodes and edges as typed attributes. Whatever names
/// hold, it is well-formed.
std::string graphml_of(const Graph& graph);

/// The graph in DOT, the language of Graphviz. What acts inside a label there (\N, &lt;) is
/// escaped.
std::string dot_of(const Graph& graph);

}  // namespace attache
