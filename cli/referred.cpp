// SPDX-License-Identifier: MIT
#include "cli/referred.h"

#include <filesystem>

#include "schema/knowledge_base.h"
#include "seed/read/path_text.h"

namespace attache {

std::optional<Referred> referred_by(const KnowledgeBase& base, const std::string& reference,
                                    std::optional<std::uint32_t> around) {
  auto referred = find_reference(base, reference, around);
  if (referred) return referred;
  // Paths are stored whole; a user names a file as they see it.
  std::error_code error;
  const auto path = std::filesystem::absolute(reference, error);
  if (error) return std::nullopt;
  return find_reference(base, path_text(path.lexically_normal().string()));
}

std::string unknown_reference(const KnowledgeBase& base, const std::string& reference) {
  std::string line = "nothing is called '" + reference + "'";
  const auto similar = similar_references(base, reference);
  if (similar.empty())
    return line + "; 'attache documents' lists what there is, --columns ref the references of rows";
  for (std::size_t i = 0; i < similar.size(); ++i)
    line += (i == 0 ? "; did you mean " : ", ") + similar[i];
  return line + "?";
}

}  // namespace attache
