// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/exchange/guid.h"
#include "schema/annotated.h"

namespace attache {

// What stands for a thing in formats that want a GUID.

/// Of a document: its slug, and the file that it was read from.
inline std::string document_guid(const AnnotatedDocument& document) {
  return stable_guid("document:" + document.document + ":" + document.sha256);
}

/// Of a place in a document that `what` is said of.
inline std::string place_guid(const std::string& document, const AnnotatedPlace& place,
                              const std::string& what) {
  return stable_guid("place:" + document + ":" + std::to_string(place.start) + "-" +
                     std::to_string(place.end) + ":" + what);
}

/// Of a person, or of the program itself: "attache".
inline std::string user_guid(const std::string& name) { return stable_guid("user:" + name); }

/// Of an entry of a vocabulary.
inline std::string code_guid(const std::string& table, const std::string& slug) {
  return stable_guid("code:" + table + ":" + slug);
}

}  // namespace attache
