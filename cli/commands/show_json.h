// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/document_metadata.h"
#include "schema/passages.h"
#include "schema/reference.h"

namespace attache {

/// One object: the columns, then for a row or a sentence its places and the passages that they
/// stand in, for a document what it says of itself and with --text its text.
std::string json_of(const Referred& referred, const std::vector<Passage>& passages,
                    const std::vector<MetadataRecord>& metadata, std::string_view text,
                    bool with_text);

}  // namespace attache
