// SPDX-License-Identifier: MIT
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// Reads by the attache-reader of this build.
inline Document read_built(std::string_view bytes, const std::string& name,
                           const ReadOptions& options = {}) {
  setenv("ATTACHE_READER", ATTACHE_READER, 1);
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
