// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace attache {

/// Any text as XML takes it between tags and in quoted attributes: what no XML may hold (control
/// characters, bytes that are not UTF-8) and what nobody would see is written out, see printable();
/// & < > " ' are entities.
std::string xml_text(std::string_view text);

}  // namespace attache
