// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "schema/knowledge_base.h"

namespace attache {

/// The code of each former state and of the one that took its place. Throws KnowledgeBaseError.
std::map<std::string, std::string> successors_of_countries(const KnowledgeBase& base);

}  // namespace attache
