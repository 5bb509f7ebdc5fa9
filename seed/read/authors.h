// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Puts those who wrote a document into what it says of itself, each as an entry `author`: `names`
/// is one, or several apart by semicolons. Passed over are addresses, names that programs write for
/// want of one ("Administrator", "Microsoft Office User"), and whoever is there already.
void add_authors(Metadata& metadata, std::string_view names);

}  // namespace attache
