// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include "seed/read/read.h"

namespace attache::reader {

/// What a page says of itself. Title: og:title, citation or Dublin Core title, <title>. Date:
/// article:published_time, Dublin Core, citation and plain date, the first <time datetime>.
/// Language: html lang. Source: canonical address, og:url, site name, author.
Metadata html_metadata(const GumboNode& root);

}  // namespace attache::reader
