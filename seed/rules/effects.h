// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

/// What cues do, as rules files name it; the effects of organizations are roles as well, as frames
/// and rows name them.
namespace attache::effect {

// Of several tables.
inline constexpr std::string_view blocks = "blocks";

// Of norms.
inline constexpr std::string_view upholds = "upholds", favours = "favours", opposes = "opposes",
                                  violates = "violates", titles = "titles", speaks = "speaks";
// Of aims.
inline constexpr std::string_view aim = "aim", agent = "agent", speaker = "speaker";

// Of leaders.
inline constexpr std::string_view holds = "holds";

// Of organizations.
inline constexpr std::string_view founder = "founder", chair = "chair", member = "member",
                                  candidate = "candidate", observer = "observer",
                                  partner = "partner", contributor = "contributor", host = "host",
                                  former_member = "former-member", mention = "mention";

}  // namespace attache::effect
