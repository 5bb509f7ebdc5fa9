// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include <string>

#include "seed/read/read.h"
#include "seed/read/reader/html_outline.h"
#include "seed/read/reader/html_parts.h"
#include "seed/read/reader/html_summary.h"

namespace attache::reader {

/// What a page says of itself. Title: html_title(). Date: html_date(). Language: html lang. Source:
/// canonical address, og:url, site name,
/// publisher. Authors: those of <meta> and JSON-LD.
Metadata html_metadata(const GumboNode& root, const PageParts& parts, const Summaries& summaries,
                       const HtmlOutline& outline);

/// The date of a page as ISO 8601 from JSON-LD (datePublished, dateCreated) of an article, a report
/// or another work: of the first that stands by itself in the data and not inside another one.
/// Empty where there is none or the data can't be parsed.
std::string linked_data_date(const HtmlOutline& outline);

/// The names of those who wrote the first such work, each with its own entry.
std::vector<std::string> linked_data_authors(const HtmlOutline& outline);

}  // namespace attache::reader
