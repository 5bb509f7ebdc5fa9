// SPDX-License-Identifier: MIT
#include "server/published_tables.h"

#include <array>

namespace attache {
namespace {

// Citations are found by their sentences, which are a range of ids of the document.
constexpr std::array<DocumentTable, 10> of_documents = {{
    {"document_texts", "document_texts AS t WHERE t.document_id = ?1",
     "DELETE FROM document_texts WHERE document_id = ANY($1::bigint[])"},
    {"document_metadata", "document_metadata AS t WHERE t.document_id = ?1 ORDER BY t.ordinal",
     "DELETE FROM document_metadata WHERE document_id = ANY($1::bigint[])"},
    {"document_digests", "document_digests AS t WHERE t.document_id = ?1",
     "DELETE FROM document_digests WHERE document_id = ANY($1::bigint[])"},
    {"principles", "principles AS t WHERE t.document_id = ?1 ORDER BY t.principle_id",
     "DELETE FROM principles WHERE document_id = ANY($1::bigint[])"},
    {"priorities", "priorities AS t WHERE t.document_id = ?1 ORDER BY t.priority_id",
     "DELETE FROM priorities WHERE document_id = ANY($1::bigint[])"},
    {"organizations", "organizations AS t WHERE t.document_id = ?1 ORDER BY t.organization_id",
     "DELETE FROM organizations WHERE document_id = ANY($1::bigint[])"},
    {"leaders", "leaders AS t WHERE t.document_id = ?1 ORDER BY t.leader_id",
     "DELETE FROM leaders WHERE document_id = ANY($1::bigint[])"},
    {"citations",
     "documents AS d CROSS JOIN citations AS t ON t.sentence_id BETWEEN d.first_sentence_id AND "
     "d.first_sentence_id + d.sentence_count - 1 WHERE d.document_id = ?1 ORDER BY t.citation_id",
     "DELETE FROM citations AS c USING documents AS d WHERE d.document_id = ANY($1::bigint[]) AND "
     "c.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1"},
    {"sentences",
     "documents AS d CROSS JOIN sentences AS t ON t.sentence_id BETWEEN d.first_sentence_id AND "
     "d.first_sentence_id + d.sentence_count - 1 WHERE d.document_id = ?1 ORDER BY t.sentence_id",
     "DELETE FROM sentences AS s USING documents AS d WHERE d.document_id = ANY($1::bigint[]) AND "
     "s.sentence_id BETWEEN d.first_sentence_id AND d.first_sentence_id + d.sentence_count - 1"},
    {"documents", "documents AS t WHERE t.document_id = ?1",
     "DELETE FROM documents WHERE document_id = ANY($1::bigint[])"},
}};

constexpr std::array<SharedTable, 22> shared = {{
    {"rules", "rule_id"},
    {"name_forms", "folded, name"},
    {"reviews", "review_id"},
    {"review_samples", "rowid"},
    {"review_sample_rows", "rowid"},
    {"countries", "rowid"},
    {"bodies", "rowid"},
    {"body_aliases", "slug, alias"},
    {"body_forms", "folded, slug"},
    {"body_kinds", "rowid"},
    {"norms", "rowid"},
    {"instruments", "rowid"},
    {"norm_instruments", "rowid"},
    {"themes", "rowid"},
    {"offices", "rowid"},
    {"office_types", "rowid"},
    {"roles", "rowid"},
    {"identifier_schemes", "rowid"},
    {"identifiers", "kind, key, scheme"},
    {"crosswalks", "kind, key, scheme, value"},
    {"vocabulary_version", "rowid"},
    {"row_sums", "name"},
}};

}  // namespace

std::span<const DocumentTable> document_tables() { return of_documents; }
std::span<const SharedTable> shared_tables() { return shared; }

}  // namespace attache
