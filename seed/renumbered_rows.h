// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attache {

class Corpora;
class KnowledgeBase;
struct NumberedRow;

/// Rows of tables without ids are known by their place, which is another one once a row was put in
/// or taken out above. Has the stored documents of such tables below `paths` (as the user gave
/// them) known by the places that their texts have now, and gives how many that were. A row whose
/// text is not found stays where it is, or between the same neighbours, as one that was changed;
/// one whose place is taken is known by a number behind the last, as one that is gone. Throws
/// KnowledgeBaseError, ReadStopped.
std::uint64_t renumber_rows(KnowledgeBase& base, const Corpora& corpora,
                            const std::vector<std::string>& paths);

/// The numbers that `stored` rows have in `now`, both by rising number; in the order of `stored`.
std::vector<std::uint64_t> numbers_now(const std::vector<NumberedRow>& stored,
                                       const std::vector<NumberedRow>& now);

}  // namespace attache
