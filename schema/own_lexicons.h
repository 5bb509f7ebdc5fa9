// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

class KnowledgeBase;

// What documents were made with is told by the version of their lexicon: behind the digest stands
// by which options a user's own files were laid over the built-in ones.
inline constexpr std::string_view with_own_lexicon = "+lexicon", with_own_rules = "+rules";

/// How many documents were read with a user's own lexicon, another one than that of `version`.
/// Throws KnowledgeBaseError.
std::uint64_t read_with_other_lexicon(const KnowledgeBase& base, const std::string& version);

/// The command that makes rows anew with what they were made with, as far as that is known:
/// "attache seed --refresh --lexicon DIR". Throws KnowledgeBaseError.
std::string refresh_command(const KnowledgeBase& base);

}  // namespace attache
