// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

class Analysis;

/// The state whose document this is, as the text itself shows it ("my country, X", "the delegation
/// of X", a letterhead; country_cues.csv has the words): its code, or empty where the evidence is
/// weak or speaks for two. Goes once through the names that were found.
std::string country_in_text(const Analysis& analysis);

}  // namespace attache
