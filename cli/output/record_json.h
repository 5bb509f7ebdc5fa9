// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/description.h"
#include "seed/extract/rows.h"
#include "seed/read/read.h"
#include "seed/source.h"

namespace attache {

/// What was extracted for a record.
struct RecordResult {
  const SeedSource& source;
  const Description& description;
  const Document& document;
  const DocumentRows& rows;
  std::string_view lexicon_version;
};

/// Appends a record's result as one JSON object on one line, without a line end: what
/// append_document writes and, with `text`, all that `attache load` needs to store what seeding
/// would have stored. Quotes are cut out of the text. Nothing in it depends on where the record
/// stood or on the machine.
void append_result(std::string& out, const RecordResult& result, bool text);

/// Appends a failed record: its id and path, and `error` with a code and the reason in words.
void append_failure(std::string& out, const SeedSource& source, std::string_view code,
                    std::string_view reason);

}  // namespace attache
