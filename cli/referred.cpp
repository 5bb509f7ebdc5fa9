// SPDX-License-Identifier: MIT
#include "cli/referred.h"

#include <filesystem>

#include "schema/knowledge_base.h"
#include "schema/tables.h"
#include "seed/read/path_text.h"
#include "seed/read/utf8.h"

namespace attache {
namespace {

using Around = std::optional<std::uint32_t>;

std::optional<Referred> named(const KnowledgeBase& base, const std::string& reference,
                              const Around& around) {
  auto referred = find_reference(base, name_as_stored(reference), around);
  if (referred) return referred;
  // Paths are stored whole; a user names a file as they see it.
  std::error_code error;
  const auto path = std::filesystem::absolute(reference, error);
  if (error) return std::nullopt;
  return find_reference(base, path_text(path.lexically_normal().string()), around);
}

bool has_references(const std::string& table) {
  if (table == sentence_table().name) return true;
  const TableInfo* info = find_table(table);
  return info != nullptr && !info->evidence_view.empty();
}

}  // namespace

std::string name_as_stored(const std::string& name) {
  return find_invalid_utf8(name) == std::string::npos ? name : path_text(name);
}

std::string with_slug(const KnowledgeBase& base, const std::string& reference) {
  std::size_t slash = reference.find('/');
  while (slash != std::string::npos) {
    const std::size_t next = reference.find('/', slash + 1);
    if (next == std::string::npos) break;
    if (has_references(reference.substr(slash + 1, next - slash - 1))) {
      const auto document = named(base, reference.substr(0, slash), std::nullopt);
      if (document && document->is_document())
        return field_of(*document, "document") + reference.substr(slash);
    }
    slash = next;
  }
  return reference;
}

std::optional<Referred> referred_by(const KnowledgeBase& base, const std::string& reference,
                                    std::optional<std::uint32_t> around) {
  if (auto referred = named(base, reference, around)) return referred;
  const std::string other = with_slug(base, reference);
  return other == reference ? std::nullopt : find_reference(base, other, around);
}

std::string unknown_reference(const KnowledgeBase& base, const std::string& reference) {
  std::string line = "nothing is called '" + reference + "'";
  const auto similar = similar_references(base, with_slug(base, reference));
  if (similar.empty())
    return line + "; 'attache documents' lists what there is, --columns ref the references of rows";
  for (std::size_t i = 0; i < similar.size(); ++i)
    line += (i == 0 ? "; did you mean " : ", ") + similar[i];
  return line + "?";
}

}  // namespace attache
