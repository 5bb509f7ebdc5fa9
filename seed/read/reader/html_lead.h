// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

namespace attache::reader {

/// Whether what stands right before a box leads over to it: a heading, words that end with a colon,
/// or a last sentence with a word that points ahead ("the following", "these bodies"). Looks at no
/// more than the last few hundred bytes before the box.
bool is_led_in(const GumboNode& box);

}  // namespace attache::reader
