// SPDX-License-Identifier: MIT
#include "schema/memory_count.h"

#include <sqlite3.h>

namespace attache {

void leave_memory_uncounted() { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

}  // namespace attache
