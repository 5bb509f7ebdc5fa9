// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "seed/extract/persons.h"

namespace attache {

/// The document says there who is speaking. The name opens a line, after its title, and behind it,
/// its office, or what stands in brackets, comes a colon ("Mr. Lee (Singapore):"); behind a title
/// and a name in capitals also a full stop or a dash on the line ("Mr. BOUCHER. Good day."), and
/// behind brackets the end of the line, with prose below ("Mr. Foot (Ebbw Vale)").
bool labels_speaker(const Analysis& analysis, TokenRange name);

/// The document's head says that it is this person's speech: "Address by Dr. X", "Statement by the
/// Foreign Minister, Y". `office` may be empty.
bool delivers(const Analysis& analysis, TokenRange name, TokenRange office);

/// Names that open a line as labels of speakers without a title or office before them: "Anna Lee
/// (Labour):", "Josep Borrell:". By place.
std::vector<PersonMention> speakers_without_title(const Analysis& analysis);

}  // namespace attache
