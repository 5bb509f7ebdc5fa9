// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "seed/read/decode.h"
#include "seed/read/read.h"

namespace attache {

/// The prose of a Markdown text: front matter goes into `metadata`, mark-up (headings' #, emphasis,
/// links' targets, images, fences, rules, comments) is left out, and headings stand as paragraphs
/// of their own. The words themselves are untouched, and the map leads back to the bytes of
/// `markdown`. Throws ReadError, without the file's name, where links repeat what they refer to
/// beyond all measure.
Decoded strip_markdown(std::string_view markdown, Metadata& metadata);

}  // namespace attache
