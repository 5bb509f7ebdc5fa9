// SPDX-License-Identifier: MIT
// Parts of a knowledge base that is there, as if its documents had been seeded apart: what
// bench/shards merges.
#include <time.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "schema/content_digest.h"
#include "schema/memory_count.h"
#include "schema/merge.h"

using namespace attache;

namespace {

namespace fs = std::filesystem;

/// The documents from `begin` to `end`, into a file of their own.
void write_part(const MergedFile& whole, std::size_t begin, std::size_t end, const fs::path& file) {
  MergedFile part = whole;
  for (std::size_t i = 0; i < part.documents.size(); ++i) {
    part.documents[i].is_there = i < begin || i >= end;
    part.documents[i].reference = part.documents[i].slug;
  }
  KnowledgeBase base = KnowledgeBase::open_for_writing(file);
  merge_file(base, part, {});
  base.close();
}

void split(const fs::path& file, std::size_t parts, const std::string& prefix) {
  const MergedFile whole{file, merged_documents(KnowledgeBase::open(file))};
  const std::size_t all = whole.documents.size();
  for (std::size_t i = 0; i < parts; ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string zeros(4 - std::min<std::size_t>(4, number.size()), '0');
    write_part(whole, all * i / parts, all * (i + 1) / parts, prefix + zeros + number + ".db");
  }
}

/// Seconds of processor time of this thread, which stores.
double thread_seconds() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

/// As the command does, but prints only how much of the processor time the storing thread took.
void merge(const fs::path& into, const std::vector<fs::path>& files) {
  const MergePlan plan = plan_merge(into, files, true, {});
  KnowledgeBase base = KnowledgeBase::open_for_writing(into);
  for (const MergedFile& file : plan.files) merge_file(base, file, {});
  base.close();
  std::cout << thread_seconds() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  leave_memory_uncounted();  // as the command does
  try {
    if (words.size() == 4 && words[0] == "split") split(words[1], std::stoul(words[2]), words[3]);
    else if (words.size() > 2 && words[0] == "merge")
      merge(words[1], {words.begin() + 2, words.end()});
    else if (words.size() == 2 && words[0] == "digest")
      std::cout << content_of(KnowledgeBase::open(words[1])).digest << '\n';
    else {
      std::cerr
          << "usage: attache-parts split WHOLE.db N PREFIX    writes PREFIX0001.db and so on\n"
             "       attache-parts merge OUT.db IN.db...\n"
             "       attache-parts digest FILE.db\n";
      return 2;
    }
  } catch (const std::exception& error) {
    std::cerr << "attache-parts: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
