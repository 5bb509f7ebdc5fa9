// SPDX-License-Identifier: MIT
#include "cli/export/document_file.h"

#include "schema/slug.h"

namespace attache {
namespace {

constexpr std::string_view slug_characters = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr std::string_view upper_case = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A slug that is taken gets a number behind it.
constexpr std::size_t longest = slug_limit + 24;

}  // namespace

std::string document_file(const std::string& slug, std::int64_t document_id) {
  const bool sound = !slug.empty() && slug.size() <= longest && slug.front() != '-' &&
                     slug.find_first_not_of(slug_characters) == std::string::npos;
  return sound ? slug : "document." + std::to_string(document_id);
}

bool is_document_file(std::string_view name) {
  if (name.empty() || name.size() > longest || name.front() == '.' || name.front() == '-')
    return false;
  for (const char c : name)
    if (c != '.' && slug_characters.find(c) == std::string_view::npos &&
        upper_case.find(c) == std::string_view::npos)
      return false;
  return true;
}

}  // namespace attache
