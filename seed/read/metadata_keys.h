// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "seed/read/read.h"

namespace attache {

/// What a column of a table, a key of front matter or a field of JSON says of a document.
enum class MetadataRole { title, country, date, language, source, id, path };

/// The role that a name usually has, case, hyphens, underscores and blanks aside: `doc_date` and
/// `Publication Date` are dates. Nothing for a name of one's own.
std::optional<MetadataRole> usual_role(std::string_view name);

/// Of `names` the one that usually has this role, the plainest where there are several (`date`
/// before `published` before `year`). Nothing where none has.
std::optional<std::size_t> usually(MetadataRole role, std::span<const std::string> names);

/// Puts what is said under a name into `metadata`: title, country, language and source where they
/// are still empty, a date that can be told (iso_date), and everything else, an untold date too, as
/// the document's own.
void add_said(Metadata& metadata, std::optional<MetadataRole> role, const std::string& name,
              const std::string& value);

/// The date of metadata, made precise by the month and the day where these stand under keys of
/// their own (`month: March`, `day: 5` beside `year: 2014`); as it stands where they say no more.
std::string precise_date(const Metadata& metadata);

/// Whether a document's own entries name several countries under one key, of which none is taken.
template <typename Entries>
bool names_several_countries(const Entries& entries) {
  const auto is_other = [&](const auto& first) {
    return usual_role(first.key) == MetadataRole::country &&
           std::any_of(entries.begin(), entries.end(), [&](const auto& other) {
             return other.key == first.key && other.value != first.value;
           });
  };
  return std::any_of(entries.begin(), entries.end(), is_other);
}

/// Whether a value says that nothing is known: "n/a", "unknown", "-", or nothing at all.
bool tells_nothing(std::string_view value);

/// A value on one line, without white space at its ends.
std::string on_one_line(std::string_view value);

}  // namespace attache
