// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Has documents read by the attache-reader of this build, or by what ATTACHE_TESTED_READER names.
inline void use_built_reader() {
  const char* named = std::getenv("ATTACHE_TESTED_READER");
  setenv("ATTACHE_READER", named != nullptr ? named : ATTACHE_READER, 1);
}

/// Reads by it.
inline Document read_built(std::string_view bytes, const std::string& name,
                           const ReadOptions& options = {}) {
  use_built_reader();
  return read_document(bytes, name, options);
}

/// What reading these bytes fails with, or "no error".
inline std::string refusal(std::string_view bytes, const std::string& name,
                           const ReadOptions& options = {}) {
  try {
    read_built(bytes, name, options);
  } catch (const ReadError& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace attache
