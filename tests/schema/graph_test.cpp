// SPDX-License-Identifier: MIT
#include "schema/graph.h"

#include "tests/catch.h"
#include "tests/schema/fixture.h"

using namespace attache;
using namespace attache::test;

TEST_CASE("states and bodies are nodes, and roles the edges between them") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const Graph graph = graph_of_roles(base, {});
  REQUIRE(graph.nodes.size() == 3);  // mentions are no roles
  CHECK(graph.nodes[0].id == "body:council-of-europe");
  CHECK(graph.nodes[2].id == "state:AZE");
  CHECK(graph.nodes[2].label == "Azerbaijan");
  REQUIRE(graph.edges.size() == 2);
  CHECK(graph.edges[0].id == "state:AZE-member-body:council-of-europe");
  CHECK(graph.edges[1].role == "partner");
  CHECK(graph.edges[1].documents == 1);
  CHECK(graph.edges[1].citations == 2);
  CHECK(graph.edges[1].first == "2005-09-17");
  CHECK(graph.edges[1].last == "2005-09-17");
}

TEST_CASE("mentions are in a graph that asks for them, and any name has an id") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const Graph graph = graph_of_roles(base, {{"role", {"mention"}}, {"country", {"AZE"}}});
  REQUIRE(graph.nodes.size() == 2);
  CHECK(graph.nodes[0].id == "name:Centre_20for_20Na_C3_AFve_20Policy");
  CHECK(graph.nodes[0].label == "Centre for Naïve Policy");
}

TEST_CASE("states and norms are a graph, too") {
  const TemporaryFolder folder;
  const KnowledgeBase base = filled(folder / "kb.db");
  const Graph graph = graph_of_norms(base, {});
  CHECK(graph.nodes.size() == 4);
  REQUIRE(graph.edges.size() == 2);
  CHECK(graph.edges[0].target == "norm:territorial-integrity");
  CHECK(graph.edges[1].role == "breach-condemned");
  CHECK_THROWS_AS(graph_of_norms(base, {{"role", {"member"}}}), SelectionError);
}
