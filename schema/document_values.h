// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/tables.h"

namespace SQLite {
class Database;
}

namespace attache {

class KnowledgeBase;

/// SQL for the last part of the path that `path` is: the file's own name.
std::string file_name_sql(std::string_view path);

/// The same of an entry of an archive or a row of a table: what stands behind the last `/` or `!`.
std::string entry_name_sql(std::string_view path);

/// The filter by document: a slug, a path as it stands or from the folder that one is in, a file's
/// name, or a pattern of one of these.
FilterInfo document_filter();

/// What `given` becomes when it is bound in that filter's fragment. Throws SelectionError where it
/// means no document.
std::vector<std::string> document_values(SQLite::Database& database, const FilterInfo& filter,
                                         const std::string& given);

/// The refusal of a pattern that no document is like.
std::string no_document_like(const std::string& pattern);

/// Slugs of the documents that a path names: from the folder that one is in, as it was given, or a
/// file's or entry's name, whatever the folders; or the one document from that source. Of a file's
/// versions the newest: by date, then as seeded.
std::vector<std::string> documents_at(SQLite::Database& database, const std::string& path);

/// The same by the name of files and entries alone.
std::vector<std::string> documents_of_file(SQLite::Database& database, const std::string& name);

/// Slugs of the documents that `given` means, in the order of seeding; empty where it means none.
std::vector<std::string> documents_meant(SQLite::Database& database, const std::string& given);

/// The same of a knowledge base. Throws KnowledgeBaseError.
std::vector<std::string> documents_meant(const KnowledgeBase& base, const std::string& given);

/// Slugs and names of files that may have been meant by a word that means no document.
std::vector<std::string> nearest_documents(SQLite::Database& database, const std::string& given);
std::vector<std::string> nearest_documents(const KnowledgeBase& base, const std::string& given);

}  // namespace attache
