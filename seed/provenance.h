// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// From where something is known of a document; what goes before stands first.
namespace from {
inline constexpr std::string_view option = "option";
inline constexpr std::string_view manifest = "manifest";
inline constexpr std::string_view name = "name";          ///< the name pattern
inline constexpr std::string_view metadata = "metadata";  ///< what the file's format says of it
inline constexpr std::string_view text = "text";
inline constexpr std::string_view file = "file";  ///< its own name or creation date
}  // namespace from

/// One of the words above for each; empty where the value is.
struct Provenance {
  std::string title, country, date, language = {}, source = {};
};

/// Whether the text's own date says more of `date`, which the metadata tell to a year or month.
bool refines_date(std::string_view found, std::string_view date, std::string_view where);

/// Fills what is empty in `metadata` from `other`, and notes from where.
void complete(Metadata& metadata, Provenance& provenance, const Metadata& other,
              std::string_view where);

}  // namespace attache
