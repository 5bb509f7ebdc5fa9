// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/session.h"

namespace attache {

class KnowledgeBase;

/// The references that the arguments of a command mean, in their order: each argument is one, or a
/// list of some with commas between them (listed_values()), of which `is_known` tells what is one
/// as it stands; "-" stands for the lines of standard input, which are the same. Throws UsageError
/// where an argument is empty, and what `is_known` throws.
std::vector<std::string> given_references(const std::vector<std::string>& arguments,
                                          const Session& session,
                                          const std::function<bool(const std::string&)>& is_known);

/// The same, of what the knowledge base has: documents, rows, sentences. Throws KnowledgeBaseError.
std::vector<std::string> given_references(const KnowledgeBase& base,
                                          const std::vector<std::string>& arguments,
                                          const Session& session);

}  // namespace attache
