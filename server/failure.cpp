// SPDX-License-Identifier: MIT
#include "server/failure.h"

#include <SQLiteCpp/Exception.h>

#include <array>
#include <pqxx/pqxx>
#include <string_view>

namespace attache {
namespace {

using Kind = KnowledgeBaseError::Kind;

/// What a code of PostgreSQL's (SQLSTATE, or its class) asks of the user.
struct Advice {
  std::string_view state;
  Kind kind;
  std::string_view words;
};

constexpr std::array<Advice, 13> advice = {{
    {"55P03", Kind::busy, "another program is publishing there; try again when it is done"},
    {"57014", Kind::other, "the server ended the statement; raise its statement_timeout"},
    {"57P01", Kind::other, "the server was stopped; nothing of the unfinished work was kept"},
    {"42501", Kind::read_only, "ask who runs the server for the right (GRANT)"},
    {"25006", Kind::read_only, "the server takes no changes; name the one that does"},
    {"53100", Kind::full, "the server's disk is full; nothing of the unfinished work was kept"},
    {"53200", Kind::full, "the server has no memory left"},
    {"54000", Kind::other, "a value is longer than the server takes"},
    {"22021", Kind::damaged, "a text is not in UTF-8; 'attache check' tells which"},
    {"40001", Kind::other, "another program changed the same rows; try again"},
    {"40P01", Kind::other, "another program changed the same rows; try again"},
    {"42P01", Kind::damaged,
     "a table of the publication is missing; drop the schema and publish again"},
    {"42703", Kind::damaged,
     "a column of the publication is missing; drop the schema and publish again"},
}};

bool names_lost_connection(std::string_view words) {
  for (const std::string_view sign :
       {"server closed the connection", "terminating connection", "connection to server was lost",
        "Lost connection", "no connection to the server", "could not receive data",
        "could not send data", "SSL SYSCALL", "not connected"})
    if (words.find(sign) != std::string_view::npos) return true;
  return false;
}

KnowledgeBaseError lost(const std::string& shown) {
  return {Kind::other, shown +
                           ": the connection was lost; nothing of the unfinished work was kept, "
                           "try again when the server is there"};
}

/// The first line of what PostgreSQL says, without the word that begins it.
std::string first_line(std::string words) {
  words = words.substr(0, words.find('\n'));
  for (const std::string_view begin : {"ERROR:  ", "FATAL:  ", "PANIC:  "})
    if (words.starts_with(begin)) words.erase(0, begin.size());
  return words;
}

/// Of a right that is missing libpqxx tells the code by the type alone.
std::string state_of(const pqxx::sql_error& error) {
  const bool right = dynamic_cast<const pqxx::insufficient_privilege*>(&error) != nullptr;
  return right ? "42501" : error.sqlstate();
}

/// A server that takes no connections yet, or none any more.
bool is_between(std::string_view words) {
  return words.find("the database system is ") != std::string_view::npos;
}

KnowledgeBaseError of_statement(const pqxx::sql_error& error, const std::string& shown) {
  const std::string words = error.what();
  if (names_lost_connection(words)) return lost(shown);
  const std::string state = state_of(error);
  if (words.find("due to user request") != std::string::npos)
    return {Kind::other, shown + ": someone ended the statement on the server; run it again"};
  for (const Advice& known : advice)
    if (state == known.state)
      return {known.kind, shown + ": " + first_line(words) + "; " + std::string(known.words)};
  return {Kind::other, shown + ": " + first_line(words)};
}

}  // namespace

std::string as_one_line(const std::string& words) {
  std::string line;
  for (const char c : words) {
    const bool white = c == '\n' || c == '\t' || c == '\r' || c == ' ';
    if (!white) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

KnowledgeBaseError failure_of(const std::exception& error, const std::string& shown) {
  if (const auto* own = dynamic_cast<const KnowledgeBaseError*>(&error)) return *own;
  if (const auto* statement = dynamic_cast<const pqxx::sql_error*>(&error))
    return of_statement(*statement, shown);
  const std::string words = as_one_line(error.what());
  if (dynamic_cast<const pqxx::in_doubt_error*>(&error) != nullptr)
    return {Kind::other, shown +
                             ": the connection was lost at the very end, so that it is not known "
                             "whether all was stored; run the same again, which changes nothing "
                             "that is there"};
  if (names_lost_connection(words)) return lost(shown);
  if (is_between(words))
    return {Kind::missing, shown + ": " + words + "; try again in a moment"};
  if (dynamic_cast<const pqxx::broken_connection*>(&error) != nullptr)
    return {Kind::missing, shown + ": " + (words.empty() ? "can't be reached" : words) +
                               "; check address, user and password (PGPASSFILE)"};
  return {Kind::other, shown + ": " + words};
}

}  // namespace attache
