// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "schema/merge_plan.h"

namespace attache {

/// The name that a document was stored by, before a number was put behind it to tell it from
/// others: as its path has it, else the one that its number counts from where that is among `slugs`
/// (those of its knowledge base).
std::string wanted_name(const MergedDocument& document,
                        const std::unordered_set<std::string>& slugs);

/// Whether a seeded folder would hold `path` in front of `other`: folder by folder, archives and
/// tables as they are.
bool comes_before(std::string_view path, std::string_view other);

/// Sets the references of the documents of `files`, as MergePlan says, but of those that are there:
/// they have theirs, or none where an earlier file brings them as well. `into` are the documents
/// that are there already.
void name_documents(std::vector<MergedFile>& files, const std::vector<MergedDocument>& into);

}  // namespace attache
