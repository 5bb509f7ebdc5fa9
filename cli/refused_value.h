// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace attache {

/// What CLI11 says of a value outside a closed list, "--format: xml not in {csv,tsv}", as
/// filters say it: "no format 'xml'; there are csv, tsv; see 'HELP'". Empty where it says something
/// else.
std::string refused_value(const std::string& message, const std::string& help);

/// What CLI11 says of a number or a value that is missing, with the option first and the value in
/// quotes: "--timeout: '0' is not a number from 1 to 86400". All else as it is.
std::string plain_refusal(const std::string& message);

}  // namespace attache
