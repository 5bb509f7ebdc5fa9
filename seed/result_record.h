// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "schema/records.h"

namespace attache {

/// A line holds no result that can be stored: says which member is wrong and why, without the
/// line's place.
class ResultError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What `attache extract --input ndjson` wrote of one record.
struct ResultRecord {
  std::string id;           ///< or empty
  std::string path;         ///< of the file that the record named, as it named it, or empty
  std::string failure;      ///< not empty: it failed there, and this is why
  DocumentRecord document;  ///< without its path
};

/// Reads a result, written by whomsoever. Every span lies in the text, at the borders of
/// characters; every quote stands where it is said to; sentences and what they are counted by hold
/// together; nothing is longer than seeding would have stored. Whether codes are known is not
/// looked at. Throws ResultError.
ResultRecord read_result(std::string_view line);

}  // namespace attache
