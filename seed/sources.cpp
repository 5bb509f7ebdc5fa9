// SPDX-License-Identifier: MIT
#include "seed/sources.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <utility>

#include "schema/nearest.h"
#include "schema/slug.h"
#include "seed/corpora.h"
#include "seed/identity.h"
#include "seed/read/date.h"
#include "seed/read/metadata_keys.h"
#include "seed/read/path_text.h"

namespace attache {
namespace {

namespace fs = std::filesystem;

SeedSource source_of(WalkItem item, const Descriptions& descriptions) {
  SeedSource source;
  identify(source, item.path);
  if (!source.piped || !source.part.empty()) source.stem = stem_of(path_text(item.path));
  source.bytes = item.bytes;
  source.load = std::move(item.load);
  descriptions.describe(source, path_text(item.path));
  descriptions.name(source, item.in_archive ? source.stem : std::string());
  return source;
}

SeedSource failed_source(const std::string& path, const std::string& reason) {
  SeedSource source;
  identify(source, path);
  source.error = source.name + ": " + reason;
  return source;
}

}  // namespace

Descriptions::Descriptions(const Engine& engine, Metadata options, std::optional<Manifest> manifest,
                           std::optional<NamePattern> pattern, std::string slug)
    : engine_(engine),
      options_(std::move(options)),
      manifest_(std::move(manifest)),
      pattern_(std::move(pattern)),
      slug_(std::move(slug)) {
  if (!manifest_) return;
  for (const ManifestRow& row : manifest_->rows()) {
    const std::string& country = row.metadata.country;
    if (country.empty() || engine_.country_code(country)) continue;
    const std::string meant = suggestion(country, engine_.country_names(), {});
    throw ReadError(manifest_->name() + ":" + std::to_string(row.line) + ": '" + country +
                    "' is no country known here" +
                    (meant.empty() ? "; give an ISO 3166-1 code or an English name" : meant));
  }
}

void Descriptions::describe(SeedSource& source, const std::string& path) const {
  source.given = {};
  complete(source.given, source.from, options_, from::option);
  complete_from_path(source, path);
}

void Descriptions::name(SeedSource& source, const std::string& part) const {
  if (slug_.empty()) return;
  source.slug = part.empty() ? slug_ : slug_ + " " + part;
  source.slug_given = true;
  if (source.piped && !source.part.empty())
    source.identity = slug_identity(reference_slug(slug_)) + source.part;
}

void Descriptions::describe_row(SeedSource& source, const std::string& path,
                                TableDocument row) const {
  const std::string country = std::exchange(row.said.country, {});
  if (!country.empty()) {
    row.said.country = engine_.country_code(country).value_or("");
    if (row.said.country.empty()) {
      if (!source.remark.empty()) source.remark += "; ";
      source.remark += "'" + country + "' in '" + row.country_key +
                       "' is no country known here; kept as it stands";
      row.said.own.push_back({row.country_key, country});
    }
  }
  row.said.date = precise_date(row.said);
  source.given = {};
  complete(source.given, source.from, options_, from::option);
  complete(source.given, source.from, row.said, from::manifest);
  complete_from_path(source, path_text(path));
  auto text = std::make_shared<std::string>(std::move(row.text));
  source.load = [text] { return std::move(*text); };
}

void Descriptions::complete_from_path(SeedSource& source, const std::string& path) const {
  if (const ManifestRow* row = manifest_ ? manifest_->find(path) : nullptr) {
    source.in_manifest = true;
    Metadata said = row->metadata;
    said.date = precise_date(said);
    said.country = engine_.country_code(said.country).value_or("");
    complete(source.given, source.from, said, from::manifest);
  }
  if (pattern_) complete(source.given, source.from, from_name(source, path), from::name);
}

Metadata Descriptions::from_name(SeedSource& source, const std::string& path) const {
  const auto fields = pattern_->match(path);
  if (!fields) return {};
  source.name_fits = true;
  source.slug = fields->slug;
  Metadata said = fields->metadata;
  for (std::string* field : {&said.country, &said.date})
    if (tells_nothing(*field)) field->clear();
  const std::string country = said.country;
  said.country = country.empty() ? "" : engine_.country_code(country).value_or("");
  if (said.country.empty() && !country.empty())
    source.remark = "'" + country + "' in file names is no country known here; left open";
  const std::string date = iso_date(said.date);
  if (!said.date.empty() && date.empty())
    source.remark =
        "'" + said.date + "' in file names is no date as 2005, 2005-09 or 2005-09-17; left open";
  said.date = date;
  return said;
}

SeedSources walk_sources(std::vector<std::string> paths, const WalkOptions& options,
                         const Descriptions& descriptions, const Corpora* corpora) {
  return [paths = std::move(paths), options, &descriptions,
          corpora](const std::function<bool(SeedSource)>& push) {
    bool wanted = true;
    WalkSink sink;
    sink.item = [&](WalkItem item) {
      if (corpora != nullptr && corpora->is_table(item))
        return wanted = wanted && corpora->expand(std::move(item), push);
      return wanted = wanted && push(source_of(std::move(item), descriptions));
    };
    sink.failed = [&](const std::string& path, const std::string& reason) {
      wanted = wanted && push(failed_source(path, reason));
    };
    // A table may come through a pipe and be larger than memory, so the walk does not take it in.
    const auto input =
        corpora == nullptr ? paths.end() : std::find(paths.begin(), paths.end(), "-");
    walk({paths.begin(), input}, options, sink);
    if (input == paths.end() || !wanted) return;
    wanted = corpora->expand_standard_input(push);
    if (wanted) walk({input + 1, paths.end()}, options, sink);
  };
}

std::vector<std::string> paths_of(const Manifest& manifest, const std::string& manifest_path) {
  const fs::path folder = manifest_path == "-" ? fs::path() : fs::path(manifest_path).parent_path();
  std::vector<std::string> paths;
  for (const ManifestRow& row : manifest.rows())
    paths.push_back((folder / path_of_text(row.path)).string());
  return paths;
}

std::string stem_of(const std::string& path) {
  std::string stem = path.substr(path.find_last_of("/!") + 1);  // npos + 1 is 0
  const std::size_t dot = stem.rfind('.');
  if (dot != std::string::npos && dot > 0) stem.resize(dot);
  std::replace(stem.begin(), stem.end(), '_', ' ');
  return stem;
}

}  // namespace attache
