// SPDX-License-Identifier: MIT
// A knowledge base in a PostgreSQL server, which each test finds started: what is there afterwards,
// and what is told where something is wrong.
#include "tests/catch.h"
#include "tests/server/cluster.h"
#include "tests/shell/process.h"

namespace {

/// The server of all tests of this program.
const server::Cluster& cluster() {
  static const server::Cluster made;
  return made;
}

/// A folder with three documents that are seeded, and a database.
struct Stage {
  explicit Stage(const std::string& name) : address(cluster().database(name)) {
    sandbox.write("a.txt", "Kenya is a member of the United Nations. Kenya calls for peace.\n");
    sandbox.write("b.txt", "Ghana founded the African Union. Ghana upholds human rights.\n");
    sandbox.write("c.txt",
                  "C:\\temp\\N is a path, \\. ends it.\n\tIt\xE2\x80\x99s \"quoted\" 'so'.\n");
    CHECK(sandbox.run("attache seed a.txt b.txt c.txt").code == 0);
  }
  shell::Result publish(const std::string& more = {}) const {
    return sandbox.run("attache publish '" + address + "' " + more);
  }
  std::string sql(const std::string& statements) const {
    return cluster().sql(address, "SET search_path TO attache; " + statements);
  }

  std::string address;
  shell::Sandbox sandbox;
};

bool is_one_line(const std::string& words) {
  return words.ends_with('\n') && words.find('\n') + 1 == words.size();
}

}  // namespace

TEST_CASE("what is published is there, and only what changed is written again") {
  const Stage stage("changes");
  CHECK(stage.publish().err.ends_with(": 3 added, 0 replaced, 0 removed, 0 unchanged\n"));
  CHECK(stage.sql("SELECT count(*) FROM documents_listing") == "3");
  const std::string untouched =
      stage.sql("SELECT xmin FROM document_texts ORDER BY document_id LIMIT 1");
  CHECK(stage.publish().err.ends_with(": 0 added, 0 replaced, 0 removed, 3 unchanged\n"));
  CHECK(stage.sql("SELECT problem FROM problems").empty());

  stage.sandbox.write("b.txt", "Ghana left the African Union.\n");
  CHECK(stage.sandbox.run("attache seed b.txt && attache remove --yes c").code == 0);
  CHECK(stage.publish().err.ends_with(": 0 added, 1 replaced, 1 removed, 1 unchanged\n"));
  CHECK(stage.sql("SELECT slug FROM documents ORDER BY 1") == "a\nb");
  CHECK(stage.sql("SELECT xmin FROM document_texts ORDER BY document_id LIMIT 1") == untouched);
  CHECK(stage.sql("SELECT count(*) FROM sentences WHERE document_id NOT IN (SELECT document_id "
                  "FROM documents)") == "0");
  CHECK(stage.sql("SELECT count(*) FROM citations WHERE sentence_id NOT IN (SELECT sentence_id "
                  "FROM sentences)") == "0");
}

TEST_CASE("texts come to the server byte by byte, and are found by their words") {
  const Stage stage("bytes");
  CHECK(stage.publish().code == 0);
  CHECK(
      stage.sql("SELECT encode(convert_to(text, 'UTF8'), 'hex') FROM document_texts JOIN documents "
                "USING (document_id) WHERE slug = 'c'") ==
      stage.sandbox
          .run("attache sql \"SELECT lower(hex(text)) FROM document_texts JOIN documents USING "
               "(document_id) WHERE slug = 'c'\" --no-header | tr -d '\\n'")
          .out);
  CHECK(stage.sql("SELECT d.slug FROM sentences AS s JOIN documents AS d USING (document_id) WHERE "
                  "s.words @@ 'ghana & rights'") == "b");
}

TEST_CASE("a decision on a row is published as well") {
  const Stage stage("decisions");
  CHECK(stage.publish().code == 0);
  const std::string ref =
      stage.sandbox.run("attache organizations --columns ref --no-header | head -1").out;
  CHECK(stage.sandbox.run("attache review reject --by me " + ref).code == 0);
  CHECK(stage.publish().err.find(" 1 replaced, ") != std::string::npos);
  CHECK(stage.sql("SELECT decision FROM reviews") == "rejected");
}

TEST_CASE("the schema can be chosen, and no other is written to") {
  const Stage stage("schemas");
  CHECK(stage.publish("--schema 'two words'").code == 0);
  CHECK(cluster().sql(stage.address, "SELECT count(*) FROM \"two words\".documents") == "3");
  CHECK(cluster().sql(stage.address,
                      "SELECT count(*) FROM pg_namespace WHERE nspname = 'attache'") == "0");
  cluster().sql(stage.address, "CREATE SCHEMA theirs; CREATE TABLE theirs.documents(a int)");
  const shell::Result refused = stage.publish("--schema theirs");
  CHECK(refused.code == 3);
  CHECK(refused.err.find("the schema 'theirs' holds tables that are not attache's") !=
        std::string::npos);
  CHECK(is_one_line(refused.err));
}

TEST_CASE("a schema's name can be asked for as it was printed, and an empty one is none") {
  const Stage stage("names");
  const shell::Result made = stage.publish("--schema 'Weird Schema-1'");
  REQUIRE(made.code == 0);
  CHECK(made.err.find("#Weird%20Schema-1:") != std::string::npos);
  for (const char* name : {"Weird%20Schema-1", "Weird Schema-1"})
    CHECK(stage.sandbox.run("attache documents --count --db '" + stage.address + "#" + name + "'")
              .out == "3\n");
  CHECK(stage.publish("--schema ''").code == 2);
  CHECK(cluster().sql(stage.address,
                      "SELECT count(*) FROM pg_namespace WHERE nspname = 'attache'") == "0");
}

TEST_CASE("what is exported from a server is what its file gives") {
  const Stage stage("exports");
  REQUIRE(stage.publish().code == 0);
  CHECK(stage.sandbox
            .run("attache export there --db '" + stage.address + "' && attache export here")
            .code == 0);
  const std::string columns =
      "import csv, sys\nfor r in csv.DictReader(open(sys.argv[1] + '/citations.csv')):\n"
      "  print(r['ref'], r['quote'])";
  stage.sandbox.write("refs.py", columns);
  const std::string here = stage.sandbox.run("python3 refs.py here | sort").out;
  CHECK(here.find("b/organizations/african-union") != std::string::npos);
  CHECK(stage.sandbox.run("python3 refs.py there | sort").out == here);
}

TEST_CASE("only a file is checked and digested") {
  const Stage stage("digests");
  REQUIRE(stage.publish().code == 0);
  for (const char* how : {"check", "check --digest", "check --digest --json"}) {
    const shell::Result refused =
        stage.sandbox.run(std::string("attache ") + how + " --db '" + stage.address + "'");
    CHECK(refused.code == 3);
    CHECK(refused.out.empty());
    CHECK(is_one_line(refused.err));
  }
}

TEST_CASE("who lacks a right is told which, not that something is missing") {
  const Stage stage("rights");
  REQUIRE(stage.publish().code == 0);
  cluster().sql(stage.address, "CREATE ROLE guest LOGIN");
  const auto asked = [&] {
    return stage.sandbox.run("attache documents --db '" + cluster().address("rights", "guest") +
                             "'");
  };
  const shell::Result none = asked();
  CHECK(none.code == 3);
  CHECK(none.err.find("no right to use the schema attache; ask") != std::string::npos);
  cluster().sql(stage.address, "GRANT USAGE ON SCHEMA attache TO guest");
  const shell::Result some = asked();
  CHECK(some.code == 3);
  CHECK(some.err.find("permission denied for table") != std::string::npos);
  CHECK(some.err.find("(GRANT)") != std::string::npos);
  CHECK(is_one_line(some.err));
  cluster().sql(stage.address, "GRANT SELECT ON ALL TABLES IN SCHEMA attache TO guest");
  CHECK(asked().code == 0);
}

TEST_CASE("a newer publication is not touched") {
  const Stage stage("newer");
  CHECK(stage.publish().code == 0);
  stage.sql("UPDATE publication SET version = 1000");
  const shell::Result refused = stage.publish();
  CHECK(refused.code == 3);
  CHECK(refused.err.find("newer attache; update attache") != std::string::npos);
}

TEST_CASE("what is wrong with the server is one line, without a password") {
  const Stage stage("faults");
  const auto told = [&](const std::string& address, const std::string& words) {
    const shell::Result result = stage.sandbox.run("attache publish '" + address + "'");
    INFO(address << "\n" << result.err);
    CHECK(result.code == 3);
    CHECK(is_one_line(result.err));
    CHECK(result.err.find(words) != std::string::npos);
    CHECK(result.err.find("s3cret") == std::string::npos);
  };
  told("postgresql://me:s3cret@127.0.0.1:1/kb", "127.0.0.1");
  told("postgresql:///kb?host=/nowhere&password=s3cret", "/nowhere");
  told("postgresql://me:s3cret/@127.0.0.1:1/kb", "127.0.0.1");
  told("postgresql://postgres:s3cret@/no_such_database?host=" +
           stage.address.substr(stage.address.find("host=") + 5),
       "no_such_database");
  told("postgresql://nobody_here:s3cret@/faults?host=" +
           stage.address.substr(stage.address.find("host=") + 5),
       "nobody_here");
  cluster().sql(stage.address, "CREATE ROLE reader LOGIN");
  told(cluster().address("faults", "reader"), "permission denied");
  told(cluster().database("latin", "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"), "LATIN1");
  cluster().sql(stage.address,
                "ALTER ROLE reader SET statement_timeout = 1; GRANT ALL ON DATABASE "
                "faults TO reader");
  told(cluster().address("faults", "reader"), "statement_timeout");
}

TEST_CASE("a wrong password is told without the password") {
  const Stage stage("passwords");
  const std::string folder = stage.address.substr(stage.address.find("host=") + 5);
  cluster().sql(stage.address,
                "CREATE ROLE careful LOGIN PASSWORD 'right'; GRANT ALL ON DATABASE "
                "passwords TO careful");
  CHECK(stage.sandbox
            .run("f=" + folder +
                 "/data/pg_hba.conf; sed -i '1i local passwords careful "
                 "scram-sha-256' $f")
            .code == 0);
  cluster().sql(stage.address, "SELECT pg_reload_conf(), pg_sleep(0.3)");
  const auto publish = [&](const std::string& user, const std::string& before) {
    return stage.sandbox.run(before + " attache publish 'postgresql://" + user +
                             "@/passwords?host=" + folder + "'");
  };
  const shell::Result wrong = publish("careful:wr0ng", "");
  CHECK(wrong.code == 3);
  CHECK(is_one_line(wrong.err));
  CHECK(wrong.err.find("password authentication failed") != std::string::npos);
  CHECK(wrong.err.find("wr0ng") == std::string::npos);
  CHECK(publish("careful:right", "").code == 0);
  CHECK(publish("careful", "PGPASSWORD=right").code == 0);
  stage.sandbox.write("pass", "*:*:*:careful:right\n");
  CHECK(publish("careful", "chmod 600 pass; PGPASSFILE=$PWD/pass").code == 0);
}

TEST_CASE("of two publications at once the second waits, and is told where it does not") {
  const Stage stage("two");
  const int first = stage.sandbox.start("attache publish --quiet '" + stage.address + "'");
  CHECK(stage.publish("--quiet").code == 0);
  CHECK(shell::Sandbox::wait(first) == 0);
  CHECK(stage.sql("SELECT count(*) FROM documents") == "3");

  const int holder = stage.sandbox.start(
      (server::programs() / "psql").string() + " -q '" + stage.address +
      "' -c \"BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('attache attache', 0)); SELECT "
      "pg_sleep(20)\" > holding");
  stage.sandbox.run("sleep 1");
  stage.sandbox.write(
      "run.sh", "exec attache publish '" + stage.address + "&password=s3cret' --wait 9 2> said");
  const int waiting = stage.sandbox.start("sh run.sh");
  CHECK(stage.sandbox.run("sleep 1; ps -eo args | grep '[a]ttache publish' | grep -c s3cret").out ==
        "0\n");
  const shell::Result refused = stage.publish("--wait 0");
  CHECK(refused.code == 3);
  CHECK(refused.err.find("another program is publishing there") != std::string::npos);
  CHECK(is_one_line(refused.err));
  cluster().sql(stage.address,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query "
                "LIKE '%pg_sleep(20)%' AND pid <> pg_backend_pid()");
  shell::Sandbox::wait(holder);
  CHECK(shell::Sandbox::wait(waiting) == 0);
}

TEST_CASE("a server that goes in the middle leaves what was there") {
  const Stage stage("broken");
  CHECK(stage.publish().code == 0);
  stage.sandbox.write("a.txt", "Kenya left the United Nations.\n");
  CHECK(stage.sandbox.run("attache seed a.txt").code == 0);
  // As soon as the texts are written, the connection is ended from within.
  stage.sql(
      "CREATE FUNCTION public.go() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM "
      "pg_terminate_backend(pg_backend_pid()); RETURN NULL; END$$; CREATE TRIGGER go AFTER INSERT "
      "ON "
      "document_texts EXECUTE FUNCTION public.go()");
  const shell::Result broken = stage.publish();
  CHECK(broken.code == 3);
  INFO(broken.err);
  CHECK(is_one_line(broken.err));
  CHECK(stage.sql("SELECT count(*) FROM organizations_listing WHERE document = 'a'") == "1");
  CHECK(
      stage
          .sql("SELECT text FROM document_texts AS t JOIN documents USING (document_id) WHERE slug "
               "= 'a'")
          .starts_with("Kenya is a member"));
  stage.sql("DROP TRIGGER go ON document_texts");
  CHECK(stage.publish().err.find(" 1 replaced, ") != std::string::npos);
}

TEST_CASE("an address that is none, and a base that is none, are told before anything is done") {
  const Stage stage("wrong");
  CHECK(stage.sandbox.run("attache publish here.db").code == 2);
  CHECK(stage.sandbox.run("attache publish 'postgresql://u:p%zz@/kb'").code == 2);
  CHECK(stage.sandbox.run("attache publish '" + stage.address + "' --db nowhere.db").code == 3);
  CHECK(stage.sandbox.run("attache publish '" + stage.address + "#a' --schema b").code == 2);
  CHECK(cluster().sql(stage.address,
                      "SELECT count(*) FROM pg_namespace WHERE nspname = 'attache'") == "0");
}
