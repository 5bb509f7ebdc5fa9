// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <string>

namespace attache::reader {

/// All words below a node as one line.
std::string words_below(const pugi::xml_node& node);

}  // namespace attache::reader
