// SPDX-License-Identifier: MIT
// attache-reader: parses what may be hostile (PDF, HTML, office files, archives) away from attache
// itself. Started by attache only; protocol.h says what passes between the two.
#include <unistd.h>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "seed/read/reader/charset.h"
#include "seed/read/reader/confinement.h"
#include "seed/read/reader/extracted.h"
#include "system/spawning.h"

namespace {

using attache::reader::Confinement;
using attache::reader::Task;

/// Says what a reader of documents has given up (protocol.h, `confinement`).
int tell(const Confinement& confinement) {
  const std::string text = std::string("sanitized=") + (confinement.sanitized ? "1" : "0") +
                           "\nseccomp=" + (confinement.seccomp ? "1" : "0") +
                           "\nlandlock=" + std::to_string(confinement.landlock) + "\n";
  return write(STDOUT_FILENO, text.data(), text.size()) > 0 ? 0 : 1;
}

int stream(char** argv) {
  return attache::reader::stream_archive(std::strtoull(argv[2], nullptr, 10),
                                         std::strtoull(argv[3], nullptr, 10),
                                         std::strtoull(argv[4], nullptr, 10));
}

}  // namespace

int main(int argc, char** argv) {
  attache::leave_ending_to_attache();
  const std::string mode = argc > 1 ? argv[1] : "";
  const bool archive = mode == "archive" && argc == 5;
  const bool documents = mode == "documents" && (argc == 2 || argc == 3);
  if (!archive && !documents && !(mode == "confinement" && argc == 2)) {
    std::fputs("attache-reader reads files for attache and is not meant to be called by hand\n",
               stderr);
    return 2;
  }
  std::setlocale(LC_CTYPE, "C.UTF-8");  // in which names inside archives are read
  const attache::reader::LoadedCharsets charsets(documents && argc == 3 ? argv[2] : "");
  const Confinement confinement = confine(archive ? Task::archive : Task::documents);
  if (archive) return stream(argv);
  return documents ? attache::reader::serve_documents() : tell(confinement);
}
