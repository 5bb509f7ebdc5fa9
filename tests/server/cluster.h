// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace server {

/// Where PostgreSQL's programs are (PG_BINDIR, or where Debian has them); empty where there are
/// none.
std::filesystem::path programs();

/// A PostgreSQL server of the test's own, in a folder of its own, that listens on a Unix socket
/// alone; it is gone with this. Root's tests run it as the user postgres, which the package makes.
class Cluster {
 public:
  /// Throws std::runtime_error with what PostgreSQL said.
  Cluster();
  ~Cluster();
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  /// The address of one of its databases, for attache and psql, for the superuser.
  std::string address(const std::string& database, const std::string& user = "postgres") const;
  /// Makes a database and gives its address.
  std::string database(const std::string& name, const std::string& options = {}) const;
  /// Runs SQL by psql, and gives what it prints, unaligned, or what it complains of.
  std::string sql(const std::string& address, const std::string& statements) const;
  /// Stops it at once, as a crash does, and starts it again.
  void crash() const;
  void start() const;

 private:
  std::filesystem::path folder_;
};

}  // namespace server
