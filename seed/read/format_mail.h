// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "seed/read/format.h"

namespace attache {

/// An e-mail message or a saved web page of that form (MHTML), by its header fields. A memo that
/// begins with From:, To: and Subject: is text unless its name ends in .eml, .mht or .mhtml.
std::optional<Detected> detect_mail(std::string_view head, std::string_view name);

}  // namespace attache
