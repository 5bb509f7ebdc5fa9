// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "seed/frames/frames.h"

namespace attache {

/// Adds what a file of frames says. `file` is named in messages. An unknown key, place, frame or a
/// wrong type is a DataError with the line.
void read_frames(std::string_view text, const std::string& file, Lexicon& lexicon, Frames& frames);

}  // namespace attache
