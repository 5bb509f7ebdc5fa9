// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// The element of a tag, in small letters: "sup" of "<sup>" and "</SUP>".
std::string element_of(std::string_view tag);

/// Whether an element stands inside a line; any other parts paragraphs.
bool is_inline_element(std::string_view element);

/// Whether the words of an element are struck out and it ends in its paragraph, of which `behind`
/// is what follows its tag. Time is bounded.
bool strikes_out(std::string_view element, std::string_view behind);

}  // namespace attache
