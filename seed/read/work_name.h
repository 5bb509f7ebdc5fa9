// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

/// What programs write where nobody wrote a title, or the name of a work file: "untitled 3",
/// "Microsoft Word - a.doc", "speech_final_v2"; a number may follow.
bool is_stand_in(const std::string& title);

}  // namespace attache
