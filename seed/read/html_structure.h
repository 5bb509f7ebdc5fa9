// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace attache {

/// Whether a text is HTML by its structure, given its first bytes without byte-order mark, comments
/// and declarations before the first tag: it opens a document (<!doctype html>, <html>), or has
/// elements with their ends, and enough tags for its length. A file `named` as HTML (.html, .htm,
/// .xhtml) is with a single tag that HTML knows.
bool is_html(std::string_view head, bool named);

/// Whether a file's name says that it is HTML.
bool is_named_html(std::string_view name);

}  // namespace attache
