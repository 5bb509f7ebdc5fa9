// SPDX-License-Identifier: MIT
#include "schema/server_address.h"

#include "schema/server_lexeme.h"
#include "tests/catch.h"

using attache::AddressError;
using attache::parse_server_address;
using attache::shown_address;

TEST_CASE("an address of a server is none of a file") {
  CHECK(attache::is_server_address("postgresql://host/kb"));
  CHECK(attache::is_server_address("postgres:///kb"));
  for (const char* path : {"kb.db", "/postgresql://x", "postgresql:/x", "postgresql.db", ""})
    CHECK_FALSE(attache::is_server_address(path));
  CHECK_THROWS_AS(parse_server_address("kb.db"), AddressError);
}

TEST_CASE("an address is taken apart") {
  const auto address =
      parse_server_address("postgres://me:p%40ss@h:5433/kb?sslmode=require#two%20w");
  CHECK(address.uri == "postgresql://me@h:5433/kb?sslmode=require");
  CHECK(address.password == "p@ss");
  CHECK(address.schema == "two w");
  CHECK(address.shown == "postgresql://h:5433/kb#two%20w");
  const auto plain =
      parse_server_address("postgresql:///kb?host=/run/postgresql&password=x&port=1");
  CHECK(plain.uri == "postgresql:///kb?host=/run/postgresql&port=1");
  CHECK(plain.password == "x");
  CHECK_FALSE(parse_server_address("postgresql://me@/kb").password.has_value());
  CHECK(parse_server_address("postgresql:///kb?user=a@b").uri == "postgresql:///kb?user=a@b");
  CHECK(parse_server_address("postgresql://[::1]:5432/kb").shown == "postgresql://[::1]:5432/kb");
  CHECK(parse_server_address("postgresql://a:1,b:2/kb").shown == "postgresql://a:1,b:2/kb");
  CHECK(parse_server_address("postgresql:///kb#" + attache::encoded_schema("a#b %?@")).schema ==
        "a#b %?@");
}

TEST_CASE("a password is shown nowhere, however it was written") {
  for (const std::string password :
       {"s3cret", "s3cret@1", "s3cret/1", "s3cret?1", "s3cret#1", "s3cret:1", "s3cret%",
        "%zzs3cret", "s3cret%4", "a@s3cret", "/s3cret", "?s3cret", "#s3cret", "s3cret?x=1"}) {
    for (const std::string& address :
         {"postgresql://me:" + password + "@host/kb", "postgresql://:" + password + "@host:1/kb",
          "postgresql:///kb?user=me&password=" + password,
          "postgresql://host/kb?password=" + password + "&port=1"}) {
      INFO(address);
      CHECK(shown_address(address).find("s3cret") == std::string::npos);
      try {
        const auto parsed = parse_server_address(address);
        CHECK(parsed.shown.find("s3cret") == std::string::npos);
      } catch (const AddressError& error) {
        CHECK(std::string(error.what()).find("s3cret") == std::string::npos);
      }
    }
  }
  CHECK(parse_server_address("postgresql://me:a@b/c@host/kb").password == "a@b/c");
  CHECK(parse_server_address("postgresql://me:a@b/c@host/kb").uri == "postgresql://me@host/kb");
}

TEST_CASE("an argument's password is written over") {
  const auto hidden = [](std::string argument) {
    attache::hide_password(argument);
    return argument;
  };
  CHECK(hidden("postgresql://me:s3cret@host/kb") == "postgresql://me:xxxxxx@host/kb");
  CHECK(hidden("--db=postgres:///kb?password=s3cret&port=1#a") ==
        "--db=postgres:///kb?password=xxxxxx&port=1#a");
  CHECK(hidden("postgresql://me@host/kb") == "postgresql://me@host/kb");
  CHECK(hidden("kb.db") == "kb.db");
  CHECK(hidden("") == "");
}

TEST_CASE("a word of the index is quoted and bounded") {
  CHECK(attache::quoted_lexeme("o'b\\c") == "'o''b\\\\c'");
  CHECK(attache::server_lexeme("peace") == "peace");
  const std::string word(999, 'a');
  CHECK(attache::server_lexeme(word + "\xC3\xA9xyz") == word);
}
