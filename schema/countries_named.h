// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace attache {

class KnowledgeBase;

/// The codes of the countries that `given` names, as the filter by country takes them: one, or a
/// list with commas. Throws SelectionError where one is none, KnowledgeBaseError.
std::vector<std::string> countries_named(const KnowledgeBase& base, const std::string& given);

}  // namespace attache
