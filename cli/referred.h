// SPDX-License-Identifier: MIT
#pragma once

#include "schema/reference.h"

namespace attache {

/// What a user's words refer to: as find_reference() has it, and a document by its path as the user
/// sees it.
std::optional<Referred> referred_by(const KnowledgeBase& base, const std::string& reference,
                                    std::optional<std::uint32_t> around = std::nullopt);

/// A document's name as it is stored: bytes that are no UTF-8, which a file's name may have, are
/// escaped. What is UTF-8 stays as it is.
std::string name_as_stored(const std::string& name);

/// The reference with the document's slug, where a path or file name stands before the table, as in
/// "speeches/ken.txt/organizations/guam"; else as it is.
std::string with_slug(const KnowledgeBase& base, const std::string& reference);

/// One line that nothing is called so, with what is called nearly so.
std::string unknown_reference(const KnowledgeBase& base, const std::string& reference);

}  // namespace attache
