// SPDX-License-Identifier: MIT
#include "schema/countries_named.h"

#include <algorithm>

#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"

namespace attache {

std::vector<std::string> countries_named(const KnowledgeBase& base, const std::string& given) {
  const auto& filters = find_table("documents")->filters;
  const auto country = std::find_if(filters.begin(), filters.end(),
                                    [](const FilterInfo& f) { return f.flag == "country"; });
  return guarded(base.file(), base.connection(),
                 [&] { return bound_values(base.connection(), *country, given); });
}

}  // namespace attache
