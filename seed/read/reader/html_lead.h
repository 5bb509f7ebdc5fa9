// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

namespace attache::reader {

/// What leads over to a box right before it.
enum class LeadIn {
  none,
  heading,
  colon,  ///< words that end with one
  words,  ///< a last sentence with a word that points ahead ("the following", "these bodies")
};

/// Looks at no more than the last few hundred bytes before the box. A heading that is `but` leads
/// nowhere.
LeadIn lead_in(const GumboNode& box, const GumboNode* but = nullptr);

inline bool is_led_in(const GumboNode& box) { return lead_in(box) != LeadIn::none; }

}  // namespace attache::reader
