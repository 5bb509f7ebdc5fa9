// SPDX-License-Identifier: MIT
// attache-reader: parses what may be hostile (PDF, HTML, office files, archives) away from attache
// itself. Started by attache only; protocol.h says what passes between the two.
#include <sys/prctl.h>
#include <sys/resource.h>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "seed/read/reader/extracted.h"

namespace {

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit bounds{most, most};
  setrlimit(resource, &bounds);
}

/// A parser that a file has taken over can't write files, gain rights or take all memory.
void confine() {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
#if !defined(__SANITIZE_ADDRESS__)  // whose shadow memory alone is larger
  limit(RLIMIT_AS, rlim_t{3} << 30);
#endif
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // A Ctrl-C is attache's business: it finishes the current document, and this process ends with
  // its input.
  std::signal(SIGINT, SIG_IGN);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  confine();
  std::setlocale(LC_CTYPE, "C.UTF-8");  // in which names inside archives are read
  if (mode == "documents" && argc == 2) return attache::reader::serve_documents();
  if (mode == "archive" && argc == 5)
    return attache::reader::stream_archive(std::strtoull(argv[2], nullptr, 10),
                                           std::strtoull(argv[3], nullptr, 10),
                                           std::strtoull(argv[4], nullptr, 10));
  std::fputs("attache-reader reads files for attache and is not meant to be called by hand\n",
             stderr);
  return 2;
}
