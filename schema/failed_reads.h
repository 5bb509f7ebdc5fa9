// SPDX-License-Identifier: MIT
#pragma once

namespace attache {

/// Has SQLite tell of each read that the system refuses, and forgets those that failed on this
/// thread before. SQLite can't tell a bad disk from a bad file: it calls some such reads damage,
/// and its checks list them among what they find. To be called before a connection is opened.
void watch_reads();

/// The system's reason (an errno) for the last read of SQLite's that failed on this thread since
/// watch_reads(); 0 where none did. Once one did, nothing that SQLite calls damage can be believed.
int failed_read();

}  // namespace attache
