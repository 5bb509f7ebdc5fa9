// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// The fields of one JSON object.
struct JsonFields {
  std::vector<MetadataEntry> entries;  ///< a list has one for each value; `a.b` is b inside a
  std::string text;                    ///< of the field that holds it; of a list its paragraphs
  bool has_text = false;
  std::string error;  ///< not empty: why this is no object that can be used
};

/// Reads an object; `text_field` is taken out of its entries. Null is no value. An object nested
/// deeper than 16 levels, or with more than 400 bytes of keys inside each other, is an error;
/// entries beyond the first 2,000 are left out. Takes time in proportion to the length.
JsonFields json_fields(std::string_view json, std::string_view text_field);

}  // namespace attache
