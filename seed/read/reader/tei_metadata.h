// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include "seed/read/read.h"

namespace attache::reader {

/// What the header of a TEI document says of the text: its title; the day on which it was made or
/// first came out, of its source before its edition.
Metadata tei_metadata(const pugi::xml_node& root);

}  // namespace attache::reader
