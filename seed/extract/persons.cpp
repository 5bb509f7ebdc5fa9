// SPDX-License-Identifier: MIT
#include "seed/extract/persons.h"

#include "seed/extract/person_acts.h"
#include "seed/extract/person_columns.h"
#include "seed/extract/person_held.h"
#include "seed/extract/person_known.h"
#include "seed/extract/person_mentions.h"
#include "seed/extract/person_pairs.h"
#include "seed/extract/person_posts.h"
#include "seed/extract/person_signs.h"
#include "seed/extract/speakers.h"

namespace attache {

std::vector<PersonMention> find_persons(const Analysis& a) {
  PersonMentions mentions(a);
  mentions.add_all(signatures_in_columns(a));
  mentions.add_all(signatures(a));
  mentions.add_all(officers_at_posts(a));
  take_known(a, mentions);
  mentions.add_all(names_in_capitals(a));
  mentions.add_all(speakers_without_title(a));
  mentions.add_all(acting_persons(a));
  mentions.add_all(initialled_names(a));
  mentions.add_all(joined_surnames(a, mentions.all()));
  mentions.sort();
  take_held(a, mentions);
  take_surnames(a, mentions);
  mentions.sort();
  return mentions.release();
}

}  // namespace attache
