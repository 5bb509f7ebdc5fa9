// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cmake/embedded_file.h"
#include "schema/knowledge_base.h"

namespace attache {

/// cli/export/datasette.csv: how Datasette shows each table and view.
std::span<const EmbeddedFile> embedded_datasette();

/// What is said of the whole.
struct DatasetteInfo {
  std::string license;               ///< a name or an address; empty for none
  std::vector<std::string> sources;  ///< of the documents, each once
};

/// Metadata for Datasette, as JSON: what each table, view and column holds, what rows are called,
/// how they are sorted, which columns are facets, where the search box looks, which tables are
/// hidden, and questions to begin with. Throws KnowledgeBaseError.
std::string datasette_text(const KnowledgeBase& base, const DatasetteInfo& info);

}  // namespace attache
