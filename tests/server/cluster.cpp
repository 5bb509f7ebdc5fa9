// SPDX-License-Identifier: MIT
#include "tests/server/cluster.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace server {
namespace {

namespace fs = std::filesystem;

struct Output {
  int code = 0;
  std::string words;
};

Output run(const std::string& command) {
  struct Close {
    void operator()(FILE* pipe) const { ::pclose(pipe); }
  };
  Output output;
  FILE* raw = ::popen((command + " 2>&1").c_str(), "r");
  if (raw == nullptr) throw std::runtime_error("no shell");
  std::array<char, 4096> piece{};
  while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), raw))
    output.words.append(piece.data(), got);
  output.code = ::pclose(raw);
  return output;
}

/// PostgreSQL refuses to run as root.
std::string as_owner(const std::string& command) {
  return ::geteuid() == 0 ? "runuser -u postgres -- " + command : command;
}

std::string must(const std::string& command) {
  const Output output = run(command);
  if (output.code != 0) throw std::runtime_error(command + ": " + output.words);
  return output.words;
}

}  // namespace

fs::path programs() {
  if (const char* given = std::getenv("PG_BINDIR")) return given;
  fs::path newest;
  std::error_code error;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", error)) {
    if (!fs::exists(version.path() / "bin/initdb")) continue;
    const auto number = [](const fs::path& p) { return std::atoi(p.filename().c_str()); };
    if (newest.empty() || number(version.path()) > number(newest)) newest = version.path();
  }
  return newest.empty() ? newest : newest / "bin";
}

Cluster::Cluster() {
  std::string name =
      (fs::temp_directory_path() / "attache-pg-XXXXXX").string();  // a socket's path must be short
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
  if (::geteuid() == 0) must("chown postgres " + name);
  must("chmod 755 " + name);
  must(as_owner(programs() / "initdb") + " -D " + name +
       "/data -U postgres -E UTF8 --locale=C.UTF-8 -A trust --no-sync");
  start();
}

Cluster::~Cluster() {
  run(as_owner(programs() / "pg_ctl") + " -D " + folder_.string() + "/data -m immediate -w stop");
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Cluster::start() const {
  // Without the redirection the server would keep the pipe open.
  must(as_owner(programs() / "pg_ctl") + " -D " + folder_.string() + "/data -w -l " +
       folder_.string() + "/log -o \"-c listen_addresses='' -c fsync=off -k " + folder_.string() +
       "\" start > /dev/null");
}

void Cluster::crash() const {
  must(as_owner(programs() / "pg_ctl") + " -D " + folder_.string() + "/data -m immediate -w stop");
}

std::string Cluster::address(const std::string& database, const std::string& user) const {
  return "postgresql://" + user + "@/" + database + "?host=" + folder_.string();
}

std::string Cluster::database(const std::string& name, const std::string& options) const {
  sql(address("postgres"), "CREATE DATABASE " + name + " " + options);
  return address(name);
}

std::string Cluster::sql(const std::string& address, const std::string& statements) const {
  const fs::path file = folder_ / "statements.sql";
  std::unique_ptr<FILE, int (*)(FILE*)> out(std::fopen(file.c_str(), "w"), &std::fclose);
  std::fputs(statements.c_str(), out.get());
  out.reset();
  std::string words =
      run((programs() / "psql").string() + " -X -q -A -t -d '" + address + "' -f " + file.string())
          .words;
  while (words.ends_with('\n')) words.pop_back();
  return words;
}

}  // namespace server
