// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>
#include <string>

namespace attache::reader {

/// A formula of Word (`m:oMath`) on one line, as those of web pages are: `3/4`, `CO2`, `10⁶`.
std::string formula_of(const pugi::xml_node& formula);

}  // namespace attache::reader
