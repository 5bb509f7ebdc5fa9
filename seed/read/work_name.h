// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// Whether a title is the name of the file that somebody worked in, or what a program puts where
/// nobody wrote one: `Microsoft Word - draft 3 FINAL.doc`, `untitled`, `speech.indd`, `Document1`.
bool is_work_name(std::string_view title);

/// The title without mark-up that stands in it as text (`<hi rend="italic">`) and with single
/// blanks.
std::string without_markup(std::string_view title);

}  // namespace attache
