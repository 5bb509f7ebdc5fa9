// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "seed/read/reader/html_parts.h"
#include "seed/read/reader/html_summary.h"

namespace attache::reader {

/// The values of <meta>, <title> (as `<title>`) and the like, by name in lower case; the first of
/// each.
using PageEntries = std::map<std::string, std::string>;

/// The title of the text on a page: a citation's, the heading of the text or og:title, whichever
/// says more of the same, a Dublin Core title, <title>; without the site's name, mark-up, or the
/// name of a work file. Empty where there is none.
std::string html_title(const PageEntries& entries, const PageParts& parts,
                       const Summaries& summaries);

/// The date of the article's own <time>, as ISO 8601, or empty. `early` asks for one between the
/// title and the first sentence, else for one further down that no sentence, list, aside or other
/// article holds.
std::string own_time(const PageParts& parts, const Summaries& summaries, bool early);

}  // namespace attache::reader
