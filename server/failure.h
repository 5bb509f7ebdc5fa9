// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <string>

#include "schema/knowledge_base.h"

namespace attache {

/// What a failure of the server's, or on the way to it, is for the user: one line, with what to do.
/// `shown` names the server. Never holds a password: libpq is given none in its address.
KnowledgeBaseError failure_of(const std::exception& error, const std::string& shown);

/// Several lines as one, as libpq and PostgreSQL write theirs.
std::string as_one_line(const std::string& words);

}  // namespace attache
