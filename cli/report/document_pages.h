// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/session.h"
#include "schema/document_head.h"

namespace attache {

/// Pages of documents beside a report: where they are written, and how the report links to them.
struct DocumentPages {
  std::string folder;    ///< empty: none are wanted
  bool replace = false;  ///< --force: pages that are there may be replaced
  std::string link;      ///< what stands before a file's name in a link, "" or "pages/"
};

/// The pages in `folder` for a report in the file `report`.
DocumentPages document_pages(const std::string& folder, const std::string& report, bool replace);

/// The file of a document's page: its slug, or its number where a stranger's base has a slug that
/// is none.
std::string page_file(const DocumentHead& head, std::int64_t document_id);

/// Writes a page for each document. Throws UsageError where one is there, KnowledgeBaseError,
/// OutputError.
void write_document_pages(const DocumentPages& pages, const KnowledgeBase& base,
                          const std::vector<std::int64_t>& documents, const Session& session);

}  // namespace attache
