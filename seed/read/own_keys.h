// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Keys and values as front matter, page or record writes them.
using OwnEntries = std::map<std::string, std::string, std::less<>>;

/// What keys that are in use for title, country, date, language and source say, case, spaces,
/// hyphens and underscores aside: doc_date, Date-Published, lang. Of several the one that speaks
/// of the document most plainly counts; a date that the calendar lacks is passed over for the next.
Metadata own_metadata(const OwnEntries& entries);

/// Whether own_metadata() takes the key for one of its own.
bool is_own_key(std::string_view key);

}  // namespace attache
