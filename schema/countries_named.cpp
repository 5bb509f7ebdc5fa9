// SPDX-License-Identifier: MIT
#include "schema/countries_named.h"

#include "schema/errors.h"
#include "schema/filter_values.h"
#include "schema/knowledge_base.h"
#include "schema/tables.h"

namespace attache {

std::vector<std::string> countries_named(const KnowledgeBase& base, const std::string& given) {
  const FilterInfo* const country = find_filter(find_table("documents")->filters, "country");
  return guarded(base.file(), base.connection(),
                 [&] { return bound_values(base.connection(), *country, given); });
}

}  // namespace attache
