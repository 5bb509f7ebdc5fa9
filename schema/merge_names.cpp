// SPDX-License-Identifier: MIT
#include "schema/merge_names.h"

#include <algorithm>

#include "schema/slug.h"

namespace attache {
namespace {

/// A slug has room for this much of a table's name before the id of a row.
constexpr std::size_t table_in_slug = 32;

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Where the number begins that was put behind a name, from 2 on; npos where there is none.
std::size_t number_at(std::string_view slug) {
  const std::size_t hyphen = slug.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return std::string_view::npos;
  const std::string_view number = slug.substr(hyphen + 1);
  const bool is_count = all_digits(number) && number.front() != '0' && number != "1";
  return is_count ? hyphen : std::string_view::npos;
}

std::string_view without_ending(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string_view last_name(std::string_view path) {
  return path.substr(path.find_last_of("/!") + 1);  // npos + 1 is 0
}

/// What `seed` makes a slug of: the file's name, or that of a table and the row's id.
std::vector<std::string> names_in(std::string_view path) {
  if (path.empty()) return {};
  std::vector<std::string> names{reference_slug(without_ending(last_name(path)))};
  const std::size_t row = path.rfind('!');
  if (row == std::string_view::npos) return names;
  names.push_back(reference_slug(path.substr(row + 1)));
  std::string table(without_ending(last_name(path.substr(0, row))));
  table.resize(std::min(table.size(), table_in_slug));
  names.push_back(reference_slug(table + " " + std::string(path.substr(row + 1))));
  return names;
}

/// Bytes of a path in the order in which folders are walked: what lies in a folder stands before
/// the folder's longer namesakes.
unsigned char rank_of(char c) { return c == '/' ? 0 : static_cast<unsigned char>(c); }

/// Without what stands inside an archive or a table, whose order is their own.
std::string_view outside(std::string_view path) { return path.substr(0, path.find('!')); }

/// A document with the name that it was stored by.
struct Placed {
  MergedDocument* document;
  std::string wanted;
};

std::vector<Placed> in_order(std::vector<MergedFile>& files) {
  std::vector<Placed> all;
  bool by_path = true;
  for (MergedFile& file : files) {
    std::unordered_set<std::string> slugs;
    for (const MergedDocument& document : file.documents) slugs.insert(document.slug);
    const MergedDocument* before = nullptr;
    for (MergedDocument& document : file.documents) {
      all.push_back({&document, wanted_name(document, slugs)});
      if (document.path().empty() ||
          (before != nullptr && comes_before(document.path(), before->path())))
        by_path = false;
      before = &document;
    }
  }
  if (by_path)
    std::stable_sort(all.begin(), all.end(), [](const Placed& one, const Placed& other) {
      return comes_before(one.document->path(), other.document->path());
    });
  return all;
}

}  // namespace

bool comes_before(std::string_view path, std::string_view other) {
  const std::string_view one = outside(path), two = outside(other);
  return std::lexicographical_compare(one.begin(), one.end(), two.begin(), two.end(),
                                      [](char a, char b) { return rank_of(a) < rank_of(b); });
}

std::string wanted_name(const MergedDocument& document,
                        const std::unordered_set<std::string>& slugs) {
  if (!document.wanted.empty()) return document.wanted;
  const std::string& slug = document.slug;
  const std::size_t number = number_at(slug);
  if (number == std::string::npos || document.is_version()) return slug;
  const std::string counted_from = slug.substr(0, number);
  for (const std::string& name : names_in(document.path())) {
    if (name == slug) return slug;
    if (name == counted_from) return name;
  }
  return slugs.contains(counted_from) ? counted_from : slug;
}

void name_documents(std::vector<MergedFile>& files, const std::vector<MergedDocument>& into) {
  // Those that were merged before count as not there until it is their turn, so that a merge that
  // was cut off names the others as it would have.
  std::unordered_set<std::string> taken, coming;
  for (const MergedDocument& document : into) coming.insert(document.slug);
  const std::vector<Placed> all = in_order(files);
  std::unordered_set<std::string> again;
  for (const Placed& placed : all)
    if (placed.document->is_there) again.insert(placed.document->reference);
  for (const std::string& slug : coming)
    if (!again.contains(slug)) taken.insert(slug);
  for (const Placed& placed : all) {
    MergedDocument& document = *placed.document;
    if (document.is_there) {
      if (!document.reference.empty()) taken.insert(document.reference);
      continue;
    }
    const auto is_taken = [&](const std::string& slug) { return taken.contains(slug); };
    document.reference = free_slug(placed.wanted, is_taken);
    if (coming.contains(document.reference))
      document.reference = free_slug(placed.wanted, [&](const std::string& slug) {
        return taken.contains(slug) || coming.contains(slug);
      });
    taken.insert(document.reference);
  }
}

}  // namespace attache
