// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seed/read/read.h"

namespace attache {

/// What a file's name says of its document.
struct NameFields {
  Metadata metadata;
  std::string slug;
};

/// Reads metadata from file names: `{country}_{}_{date}` against `AZE_60_2005.txt`.
/// Fields are country, date, title, source, language and slug; `{}` takes what is of no use; `{{`
/// and `}}` are braces. A field takes at least one character and as few as will do.
class NamePattern {
 public:
  /// Throws ReadError that names the pattern, the place and what is wrong there.
  static NamePattern parse(std::string_view pattern);

  /// Matches the whole stem of a path: its last part without folders and extension, inside an
  /// archive or not.
  std::optional<NameFields> match(std::string_view path) const;

 private:
  struct Part {
    bool is_field = false;
    std::string text;  ///< the literal, or the field's name; empty for {}
  };
  bool match_from(std::size_t part, std::string_view rest,
                  std::vector<std::string_view>& values) const;

  std::vector<Part> parts_;
};

}  // namespace attache
