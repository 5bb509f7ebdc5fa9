// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// A document's title out of what a file gives for one: without tags and entities, white space
/// folded. Empty where that is no title: a work file's name ("Microsoft Word - draft 3
/// FINAL.doc", "x.indd", "minister_speech_v2"), a program's stand-in ("untitled"), an address, or
/// nothing but figures and marks. For readers too, to choose among several.
std::string title_of(std::string_view candidate);

/// The title without mark-up that stands in it as text (`<hi rend="italic">`), white space folded.
std::string without_markup(std::string_view title);

/// A printer's banner or a stamp, and nothing else ("UNITED NATIONS", "EMBARGOED"), which stands
/// above a heading however large it is.
bool is_banner(std::string_view line);

/// What a heading of mark-up has that is not the whole's: a letterhead, an office, a room, an hour,
/// "Table of Contents"; the next heading is more like a title.
bool heads_nothing(std::string_view heading);

/// The heading with which a text begins: a short paragraph of its own that is no sentence, no
/// greeting and no banner of whoever printed it. Empty where it begins otherwise.
std::string heading_of(std::string_view text);

}  // namespace attache
