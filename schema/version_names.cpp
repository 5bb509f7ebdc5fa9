// SPDX-License-Identifier: MIT
#include "schema/version_names.h"

#include <algorithm>

#include "schema/slug.h"

namespace attache {

std::string version_identity(const std::string& identity, const std::string& label) {
  return "version:" + label + ":" + identity;
}

std::string version_slug(const std::string& slug, const std::string& label) {
  const std::size_t room = slug_limit - std::min(slug_limit / 2, label.size() + 1);
  return reference_slug(slug.substr(0, room)) + "-" + label;
}

}  // namespace attache
