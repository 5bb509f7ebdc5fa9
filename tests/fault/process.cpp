// SPDX-License-Identifier: MIT
#include "tests/fault/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace fault {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// Far beyond what any of the runs takes on a machine that is busy.
constexpr auto patience = 120s;

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> result;
  for (const std::string& word : words) result.push_back(const_cast<char*>(word.c_str()));
  result.push_back(nullptr);
  return result;
}

/// Where a started process reads and writes.
class Actions {
 public:
  Actions(const fs::path& folder, const fs::path& out, const fs::path& err) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, 1, out.c_str(), write_new, 0600);
    ::posix_spawn_file_actions_addopen(&actions_, 2, err.c_str(), write_new, 0600);
    ::posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
  }
  ~Actions() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;

  pid_t spawn(const fs::path& binary, const std::vector<std::string>& arguments,
              const std::vector<std::string>& environment) const {
    pid_t process = 0;
    const int error = ::posix_spawn(&process, binary.c_str(), &actions_, &attributes_,
                                    pointers(arguments).data(), pointers(environment).data());
    if (error != 0) throw std::system_error(error, std::generic_category(), binary.string());
    return process;
  }

 private:
  static constexpr int write_new = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

Ended wait(pid_t process) {
  const auto end = std::chrono::steady_clock::now() + patience;
  Ended ended;
  int status = 0;
  for (;;) {
    if (::waitpid(process, &status, WNOHANG) == process) break;
    if (!ended.hung && std::chrono::steady_clock::now() > end) {
      ended.hung = true;
      ::kill(-process, SIGKILL);
    }
    std::this_thread::sleep_for(1ms);
  }
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  ended.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return ended;
}

/// Nothing of the user's, but what finds programs and libraries.
std::vector<std::string> plain_environment(const fs::path& home) {
  const char* path = std::getenv("PATH");
  return {"LC_ALL=C.UTF-8", "HOME=" + home.string(),
          std::string("PATH=") + (path != nullptr ? path : "/usr/bin:/bin"),
          "SOURCE_DATE_EPOCH=0"};  // a package says when it was made
}

}  // namespace

Runner::Runner(fs::path binary, fs::path scratch, std::string name)
    : binary_(fs::canonical(binary)), scratch_(fs::canonical(scratch)), name_(std::move(name)) {}

Ended Runner::start(const std::vector<std::string>& arguments,
                    const std::vector<std::string>& environment) const {
  std::vector<std::string> words = {"attache"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  const Actions actions(folder(), beside("out"), beside("err"));
  Ended ended = wait(actions.spawn(binary_, words, environment));
  ended.out = contents(beside("out"));
  ended.err = contents(beside("err"));
  return ended;
}

Ended Runner::run(const std::vector<std::string>& arguments) const {
  return start(arguments, plain_environment(scratch_));
}

Runner::Faulted Runner::run(const std::vector<std::string>& arguments, const Point& point) const {
  const fs::path file = beside("counters");
  std::ofstream(file, std::ios::binary | std::ios::trunc) << std::string(sizeof(Counters), '\0');
  auto environment = plain_environment(scratch_);
  const auto set = [&](const char* name, const std::string& value) {
    environment.push_back(std::string(name) + "=" + value);
  };
  set("LD_PRELOAD", ATTACHE_FAULT_LIBRARY);
  set("FAULT_UNDER", folder().string());
  set("FAULT_COUNT", file.string());
  set("FAULT_KIND", std::string(kind_names[static_cast<unsigned>(point.kind)]));
  set("FAULT_HOW", std::string(how_names[static_cast<unsigned>(point.how)]));
  set("FAULT_AT", std::to_string(point.at));
  Faulted result;
  result.ended = start(arguments, environment);
  const std::string bytes = contents(file);
  std::array<std::uint64_t, kind_count + 1> numbers{};
  static_assert(sizeof numbers == sizeof(Counters));
  if (bytes.size() == sizeof numbers) std::memcpy(numbers.data(), bytes.data(), sizeof numbers);
  std::copy_n(numbers.begin(), kind_count, result.calls.begin());
  result.fired = numbers[kind_count] > 0;
  return result;
}

Scratch::Scratch() {
  std::string name = (fs::temp_directory_path() / "attache-torture-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

fs::path Scratch::make(const std::string& name) const {
  fs::create_directories(folder_ / name);
  return folder_ / name;
}

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace fault
