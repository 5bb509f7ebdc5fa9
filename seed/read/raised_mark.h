// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace attache {

/// Whether letters, or letters and digits, that stand raised behind `before` are the mark of a
/// note: "note 1", "n.15", "ibid", "1a", "a,b", "(a)", "A". `before` is what stands right before
/// them, empty where a blank does. Ordinals and titles (`7th`, `Mlle`), powers of units and
/// quantities are none. Digits alone are not asked for.
bool marks_note(std::string_view raised, std::string_view before);

}  // namespace attache
