// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "seed/seed_run.h"

namespace attache {

/// "3 documents: 1 added, 0 replaced, 2 unchanged, 0 failed; ...": every count is told, also where
/// it is 0; of removed documents where there is one.
std::string summary_line(const SeedSummary& summary,
                         std::optional<std::uint64_t> removed = std::nullopt);

}  // namespace attache
