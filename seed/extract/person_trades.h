// SPDX-License-Identifier: MIT
#pragma once

#include "seed/extract/analysis.h"

namespace attache {

/// "Managing Director of the Northern Steel Co. Ltd.": the words of the office, or those that go on
/// with it, name a company. False for an empty office.
bool of_company(const Analysis& analysis, TokenRange office);

/// "X, a British businessman": behind the name stands a trade, and nothing more.
bool in_trade(const Analysis& analysis, TokenRange name);

}  // namespace attache
