// SPDX-License-Identifier: MIT
#include "schema/graph.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>

#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/selection_sql.h"
#include "schema/tables.h"

namespace attache {
namespace {

/// What XML takes as a name token and DOT in quotes, whatever the name is made of.
std::string id_of(const std::string& kind, const std::string& name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string id = kind + ":";
  for (const char c : name) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.';
    if (kept) {
      id += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    id += {'_', digits[byte >> 4U], digits[byte & 15U]};
  }
  return id;
}

/// Columns of a statement, in this order.
enum Column {
  state,
  state_name,
  target,
  target_name,
  kind,
  role,
  documents,
  citations,
  first,
  last
};

void add_node(std::map<std::string, GraphNode>& nodes, GraphNode node) {
  nodes.try_emplace(node.id, std::move(node));
}

GraphEdge edge_of(SQLite::Statement& row, const std::string& from, const std::string& to) {
  GraphEdge edge;
  edge.source = from;
  edge.target = to;
  edge.role = row.getColumn(role).getString();
  edge.id = from + "-" + (edge.role.empty() ? "" : edge.role + "-") + to;
  edge.documents = row.getColumn(documents).getInt64();
  edge.citations = row.getColumn(citations).getInt64();
  edge.first = row.getColumn(first).getString();
  edge.last = row.getColumn(last).getString();
  return edge;
}

Graph read(SQLite::Statement& row, const std::string& type) {
  std::map<std::string, GraphNode> nodes;  // in the order of their ids
  Graph graph;
  while (row.executeStep()) {
    const std::string code = row.getColumn(state).getString();
    const std::string country = row.getColumn(state_name).getString();
    const std::string slug = row.getColumn(target).getString();
    const std::string name = row.getColumn(target_name).getString();
    const GraphNode from{id_of("state", code), "state", country.empty() ? code : country, ""};
    const GraphNode to{slug.empty() ? id_of("name", name) : id_of(type, slug), type,
                       name.empty() ? slug : name, row.getColumn(kind).getString()};
    graph.edges.push_back(edge_of(row, from.id, to.id));
    add_node(nodes, from);
    add_node(nodes, to);
  }
  for (auto& [id, node] : nodes) graph.nodes.push_back(std::move(node));
  return graph;
}

constexpr std::string_view counted =
    "count(DISTINCT document_id) AS documents, sum(citations) AS citations, min(date) AS first, "
    "max(date) AS last FROM ";

SQLite::Statement bound(SQLite::Database& database, const std::string& sql,
                        const SelectionSql& where) {
  SQLite::Statement statement(database, sql);
  int index = 0;
  for (const std::string& value : where.values) statement.bind(++index, value);
  return statement;
}

SelectionSql where_of(SQLite::Database& database, const std::string& table,
                      const std::vector<FilterValues>& filters, const std::string& besides) {
  Selection selection;
  selection.filters = filters;
  SelectionSql where = where_sql(database, *find_table(table), selection);
  where.sql += (where.sql.empty() ? " WHERE " : " AND ") + besides;
  return where;
}

bool asks_for(const std::vector<FilterValues>& filters, const std::string& flag) {
  return std::any_of(filters.begin(), filters.end(),
                     [&](const FilterValues& f) { return f.filter == flag; });
}

}  // namespace

Graph graph_of_roles(const KnowledgeBase& base, const std::vector<FilterValues>& filters) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    std::string besides = "coalesce(role_country, country) IS NOT NULL";
    if (!asks_for(filters, "role")) besides += " AND role <> 'mention'";
    const SelectionSql where = where_of(database, "organizations", filters, besides);
    auto rows = bound(
        database,
        "SELECT g.state, (SELECT s.name FROM countries AS s WHERE s.iso3 = g.state), g.body, "
        "g.name, g.kind, g.role, g.documents, g.citations, g.first, g.last FROM (SELECT "
        "coalesce(role_country, country) AS state, body, min(name) AS name, kind, role, " +
            std::string(counted) + "organizations_listing" + where.sql +
            " GROUP BY 1, coalesce(body, name), role) AS g ORDER BY g.state, coalesce(g.body, "
            "g.name), g.role",
        where);
    return read(rows, "body");
  });
}

Graph graph_of_norms(const KnowledgeBase& base, const std::vector<FilterValues>& filters) {
  return guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql where =
        where_of(database, "principles", filters, "country IS NOT NULL AND norm IS NOT NULL");
    auto rows = bound(
        database,
        "SELECT g.state, (SELECT s.name FROM countries AS s WHERE s.iso3 = g.state), g.norm, "
        "(SELECT n.name FROM norms AS n WHERE n.slug = g.norm), NULL, g.polarity, g.documents, "
        "g.citations, g.first, g.last FROM (SELECT country AS state, norm, polarity, " +
            std::string(counted) + "principles_listing" + where.sql +
            " GROUP BY country, norm, polarity) AS g ORDER BY g.state, g.norm, g.polarity",
        where);
    return read(rows, "norm");
  });
}

}  // namespace attache
