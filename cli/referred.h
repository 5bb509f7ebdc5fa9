// SPDX-License-Identifier: MIT
#pragma once

#include "schema/reference.h"

namespace attache {

/// What a user's words refer to: as find_reference() has it, and a document by its path as the user
/// sees it.
std::optional<Referred> referred_by(const KnowledgeBase& base, const std::string& reference,
                                    std::optional<std::uint32_t> around = std::nullopt);

/// The reference with the document's slug, where a path or file name stands before the table, as in
/// "speeches/ken.txt/organizations/guam"; else as it is.
std::string with_slug(const KnowledgeBase& base, const std::string& reference);

/// One line that nothing is called so, with what is called nearly so.
std::string unknown_reference(const KnowledgeBase& base, const std::string& reference);

}  // namespace attache
