// SPDX-License-Identifier: MIT
#include "seed/description.h"

#include <algorithm>

#include "seed/bounded.h"
#include "seed/read/date.h"
#include "seed/read/language.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/title.h"

namespace attache {
namespace {

void fill(std::string& field, std::string& where, const std::string& value, std::string_view from) {
  if (!field.empty() || value.empty()) return;
  field = value;
  where = from;
}

/// The date that stands behind the last comma, dash, colon or bracket of a title: "House of
/// Assembly - WEDNESDAY 30 MARCH 1927".
std::string date_closing(std::string_view title) {
  constexpr std::size_t longest = 32;  // "Wednesday, 30th September, 1927)"
  for (std::size_t at = title.size(); at-- > 0 && title.size() - at <= longest;) {
    if (std::string_view(",-:(|").find(title[at]) == std::string_view::npos) continue;
    const std::string date = iso_date(title.substr(at + 1, title.find(')', at) - at - 1));
    if (date.size() > std::string_view("2014").size()) return date;
  }
  return {};
}

}  // namespace

void complete(Metadata& metadata, const Metadata& other) {
  if (metadata.title.empty()) metadata.title = other.title;
  if (metadata.country.empty()) metadata.country = other.country;
  if (metadata.date.empty()) metadata.date = other.date;
  if (metadata.language.empty()) metadata.language = other.language;
  if (metadata.source.empty()) metadata.source = other.source;
  const std::vector<MetadataEntry> first = metadata.own;
  for (const MetadataEntry& entry : other.own)
    if (std::none_of(first.begin(), first.end(),
                     [&](const MetadataEntry& said) { return said.key == entry.key; }))
      metadata.own.push_back(entry);
}

bool refines_date(std::string_view found, std::string_view date, std::string_view where) {
  return where == from::metadata && is_more_precise(found, date);
}

void complete(Metadata& metadata, Provenance& provenance, const Metadata& other,
              std::string_view where) {
  fill(metadata.title, provenance.title, other.title, where);
  fill(metadata.country, provenance.country, other.country, where);
  fill(metadata.date, provenance.date, other.date, where);
  fill(metadata.language, provenance.language, other.language, where);
  fill(metadata.source, provenance.source, other.source, where);
  complete(metadata, other);
}

Description::Description(const SeedSource& source, const Document& document, const Engine& engine)
    : metadata_(source.given), from_(source.from) {
  Metadata own = document.metadata;
  const std::string country = engine.country_code(own.country).value_or("");
  // One that is not known is kept as it stands, as a date that can't be told is.
  if (country.empty() && !own.country.empty()) own.own.push_back({"country", own.country});
  own.country = country;
  if (!is_iso_date(own.date)) own.date.clear();
  own.date = precise_date(own);
  if (const std::string whole = date_closing(own.title); is_more_precise(whole, own.date))
    own.date = whole;
  if (is_iso_date(own.created)) created_ = own.created;
  own.title = title_of(own.title);
  complete(metadata_, from_, own, from::metadata);
  metadata_.language = language_tag(metadata_.language);
  take_title(source, document);
  bound(metadata_);
}

DocumentContext Description::context() const {
  DocumentContext context{metadata_.country, metadata_.date};
  context.title = metadata_.title;
  context.of_several = names_several_countries(metadata_.own);
  return context;
}

void Description::take_title(const SeedSource& source, const Document& document) {
  if (!metadata_.title.empty()) return;
  std::string heading = title_of(document.metadata.heading);
  if (heading.empty()) heading = heading_of(document.text);
  fill(metadata_.title, from_.title, heading, from::text);
  fill(metadata_.title, from_.title, source.stem.empty() ? "Untitled" : source.stem, from::file);
}

void Description::add(const TextOrigin& origin) {
  if (refines_date(origin.date, metadata_.date, from_.date)) metadata_.date = origin.date;
  fill(metadata_.country, from_.country, origin.country, from::text);
  fill(metadata_.date, from_.date, origin.date, from::text);
  fill(metadata_.date, from_.date, created_, from::file);
}

std::string wanted_slug(const SeedSource& source, const Description& description) {
  if (!source.slug.empty()) return source.slug;
  return source.stem.empty() ? description.metadata().title : source.stem;
}

}  // namespace attache
