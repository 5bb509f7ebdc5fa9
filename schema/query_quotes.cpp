// SPDX-License-Identifier: MIT
#include "schema/query_quotes.h"

#include <algorithm>
#include <iterator>

namespace attache {

std::string with_plain_quotes(std::string_view query) {
  constexpr std::string_view quotes[] = {"\u201C", "\u201D", "\u201E", "\u201F",
                                         "\u00AB", "\u00BB", "\uFF02"};
  std::string plain;
  while (!query.empty()) {
    const auto* quote = std::find_if(std::begin(quotes), std::end(quotes),
                                     [&](std::string_view one) { return query.starts_with(one); });
    const bool any = quote != std::end(quotes);
    plain += any ? '"' : query.front();
    query.remove_prefix(any ? quote->size() : 1);
  }
  return plain;
}

}  // namespace attache
