// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

/// The name, without an ending, of a file that is written for a document: its slug, or its number
/// ("document.7") where a stranger's base has a slug that is none, since anything else could lead
/// out of the folder. No two documents of a knowledge base have the same.
std::string document_file(const std::string& slug, std::int64_t document_id);

/// Whether it could be such a name, in a file that comes back: of letters, digits, hyphens and dots
/// of ASCII, and none of a folder or a hidden file.
bool is_document_file(std::string_view name);

}  // namespace attache
