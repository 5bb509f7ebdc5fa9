// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/select.h"

namespace attache {

class KnowledgeBase;

/// A state, a body or a norm. The id is made of its kind and its code, slug or name, of letters,
/// digits, `.`, `-`, `_` and `:` alone; other bytes are `_` and two digits. It is the same in every
/// knowledge base.
struct GraphNode {
  std::string id;
  std::string type;   ///< state, body or norm
  std::string label;  ///< its name, as documents or the lexicon write it
  std::string kind;   ///< of a body
};

/// What documents say of a state and a body, or of a state and a norm.
struct GraphEdge {
  std::string id;
  std::string source, target;  ///< ids of nodes
  std::string role;            ///< of the state in the body; for norms upheld or breach-condemned
  std::int64_t documents = 0, citations = 0;
  std::string first, last;  ///< dates of the documents that say so; empty where none has one
};

struct Graph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// States and bodies with the roles between them. Mentions are left out unless a filter asks for
/// roles. Throws SelectionError, KnowledgeBaseError.
Graph graph_of_roles(const KnowledgeBase& base, const std::vector<FilterValues>& filters);

/// States and the norms that their documents uphold. Throws SelectionError, KnowledgeBaseError.
Graph graph_of_norms(const KnowledgeBase& base, const std::vector<FilterValues>& filters);

}  // namespace attache
