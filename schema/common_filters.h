// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "schema/tables.h"

namespace attache {

/// `filter`, which also takes what people call a country.
FilterInfo of_country(FilterInfo filter);

/// What tells documents apart, in every table: country, region, document, dates, own metadata.
std::vector<FilterInfo> document_filters();

/// A table's own filters, those of documents, and those of rows: words in the citing sentences,
/// for which `match_fragment` is SQL over the listing view, confidence, and what people decided.
std::vector<FilterInfo> with_common_filters(std::initializer_list<FilterInfo> own,
                                            std::string_view match_fragment);

}  // namespace attache
