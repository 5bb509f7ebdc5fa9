// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Reads the YAML between two lines of `---`, or the TOML between two of `+++`, at the beginning of
/// a Markdown text (a byte-order mark may precede them) into `metadata`: title, country, date,
/// language and source by their usual names (metadata_keys.h), the rest as the document's own.
/// So are pandoc's lines of title, authors and date, each behind a `%`.
/// Returns the byte offset at which the document proper begins; 0 where there is no front matter:
/// where it is longer than 64 KiB, is neither (yaml.h, toml_entries.h), or has a key that is more
/// than a word and none that is usual, so that prose between two rules stays text.
std::size_t read_front_matter(std::string_view text, Metadata& metadata);

/// Whether a text that nothing else shows to be Markdown begins with front matter: one of its keys
/// must be a usual one.
bool says_front_matter(std::string_view text);

/// What to tell of a text that opens with lines which were meant as front matter (a usual key
/// stands among them) and are none; empty where nothing is to be told.
std::string front_matter_fault(std::string_view text);

/// The title that a line of such a text says, without quotation marks; or empty.
std::string title_of_broken(std::string_view text);

}  // namespace attache
