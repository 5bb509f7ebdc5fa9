// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <functional>
#include <string>
#include <string_view>

#include "system/messages.h"

namespace attache {

/// attache-postgresql, the program of ours that talks to a server, for as long as this lives.
class ServerProcess {
 public:
  /// Starts it and has it connect. Throws KnowledgeBaseError where it is not installed or can't
  /// connect.
  explicit ServerProcess(const std::string& address);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  /// Receives the fields of each message of rows.
  using Rows = std::function<void(FieldReader&)>;
  /// Asks, and gives the bytes of the answer behind `ok`. Throws KnowledgeBaseError.
  std::string ask(const MessageFields& request, const Rows& rows = {});

 private:
  void start();
  void end() noexcept;
  [[noreturn]] void fail(const std::string& words) const;

  std::string shown_;
  int socket_ = -1;  ///< ours to close
  pid_t pid_ = -1;
  bool asking_ = false;  ///< an answer has not come to its end
};

}  // namespace attache
