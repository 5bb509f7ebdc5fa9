// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::body_row;
using test::role;
using test::rows_of;

TEST_CASE("a known body is found by name and acronym, once, with every place") {
  const std::string text =
      "The World Health Organization (WHO) met. WHO reported, and the World Health\nOrganization "
      "agreed.";
  const auto rows = rows_of(text);
  REQUIRE(rows.organizations.size() == 1);
  const auto& row = rows.organizations.front();
  CHECK(row.acronym == "WHO");
  CHECK(row.role == "mention");
  CHECK(row.citations.size() >= 3);
}

TEST_CASE("an organ's name is not its parent's, and an assembly of a body gives both") {
  const auto organ = rows_of("The UN Security Council met.");
  CHECK(organ.organizations.size() == 1);
  const auto both = rows_of("The Parliamentary Assembly of the Council of Europe met.");
  CHECK(body_row(both, "council-of-europe") != nullptr);
  CHECK(both.organizations.size() == 2);
}

TEST_CASE("an organ that the lexicon does not know is named after its body") {
  const auto rows =
      rows_of("The MERCOSUR Secretariat met, and the OAU Assembly in Monrovia agreed.");
  REQUIRE(rows.organizations.size() == 2);
  CHECK(rows.organizations[0].name == "MERCOSUR Secretariat");
  CHECK(rows.organizations[0].kind == "unknown");
  CHECK(rows.organizations[1].name == "OAU Assembly");
  CHECK(test::body_row(rows_of("The OAU Member States met."), "oau") != nullptr);
}

TEST_CASE("an organ is known by its subject where the text is of a body of states") {
  const auto names = [](std::string_view text) {
    std::vector<std::string> out;
    for (const auto& row : rows_of(text).organizations) out.push_back(row.name);
    return out;
  };
  CHECK(names("The Committee on the Admission of New Members met at the United Nations.").size() ==
        2);
  CHECK(names("The Committee on the Admission of New Members met.").empty());
  CHECK(names("The Senate Committee on Foreign Relations heard the United Nations.").size() == 1);
  CHECK(names("The Committee on the Drafting of a treaty met at the United Nations.").size() == 1);
  CHECK(names("The UN Country Team helped us.") == std::vector<std::string>{"UN Country Team"});
}

TEST_CASE("The name \"the Secretariat\" is the United Nations' where the text names them") {
  const auto rows = rows_of("The United Nations met. The Secretariat must be reformed.");
  CHECK(body_row(rows, "un-secretariat") != nullptr);
  CHECK(rows_of("The Secretariat must be reformed.").organizations.empty());
  for (const auto text : {"The United Nations met. The Commonwealth Secretariat agreed.",
                          "The United Nations met. The Secretariat of the Treaty agreed."}) {
    CAPTURE(text);
    CHECK(body_row(rows_of(text), "un-secretariat") == nullptr);
  }
}

TEST_CASE("groups of States by what they have in common are no bodies") {
  CHECK(rows_of("We help Small Island Developing States and the front-line States.")
            .organizations.empty());
}

TEST_CASE("states, ministries and unnamed bodies make no row") {
  CHECK(rows_of("The Ministry of Foreign Affairs, Parliament and regional organizations of Latvia "
                "met in Riga.")
            .organizations.empty());
}

TEST_CASE("an unknown body is known by its form, and its acronym binds later uses") {
  const std::string text =
      "Latvia joined the Baltic Association of River Pilots (BARP). BARP has its seat in Riga.";
  const auto rows = rows_of(text);
  REQUIRE(rows.organizations.size() == 1);
  const auto& row = rows.organizations.front();
  CHECK(row.name == "Baltic Association of River Pilots");
  CHECK(row.acronym == "BARP");
  CHECK(row.body.empty());
  CHECK(row.kind == "unknown");
  CHECK(row.citations.size() >= 2);
}

TEST_CASE("A body called \"the Organization\" refers back and makes no row by itself") {
  CHECK(rows_of("The Organization has many tasks.").organizations.empty());
  const auto rows = rows_of(
      "We joined the Organization of Islamic Cooperation in 1991. The Organization has many "
      "members.");
  REQUIRE(rows.organizations.size() == 1);
  CHECK(rows.organizations.front().citations.size() == 2);
}

TEST_CASE("roles are stated, and the strongest one stays") {
  CHECK(role(rows_of("Azerbaijan is a member of the Council of Europe."), "council-of-europe") ==
        "member");
  CHECK(role(rows_of("Azerbaijan attended a meeting of the Council of Europe."),
             "council-of-europe") == "mention");
  CHECK(
      role(
          rows_of(
              "We cooperate with the Council of Europe. We are a member of the Council of Europe."),
          "council-of-europe") == "member");
  CHECK(role(rows_of("As a member of the OSCE, we act."), "osce") == "member");
  CHECK(role(rows_of("Azerbaijan is an observer in the Non-Aligned Movement."),
             "non-aligned-movement") == "observer");
}

TEST_CASE("to be proud to be a member is to be one, to wish to be one is not") {
  CHECK(role(rows_of("We are proud to be a member of the Council of Europe."),
             "council-of-europe") == "member");
  CHECK(role(rows_of("We continue to be a member of the Council of Europe."),
             "council-of-europe") == "member");
  CHECK(role(rows_of("We wish to be a member of the Council of Europe."), "council-of-europe") ==
        "candidate");
}

TEST_CASE("a denied or ended role is none") {
  CHECK(role(rows_of("Azerbaijan has never been a member of NATO."), "nato") == "mention");
  CHECK(role(rows_of("Azerbaijan withdrew from the Commonwealth of Independent States."), "cis") !=
        "member");
}

TEST_CASE("The name \"European Council\" is read by what stands beside it") {
  const auto member = rows_of("Azerbaijan is a member of the European Council.");
  CHECK(body_row(member, "council-of-europe") != nullptr);
  CHECK(body_row(member, "european-council") == nullptr);
  const auto* row = body_row(member, "council-of-europe");
  REQUIRE(row != nullptr);
  CHECK_FALSE(row->note.empty());
  CHECK(body_row(rows_of("The European Council met in Brussels and adopted conclusions."),
                 "european-council") != nullptr);
}

TEST_CASE("the state that holds the role is named") {
  const auto rows = rows_of("Azerbaijan is a member of the Council of Europe.");
  const auto* row = body_row(rows, "council-of-europe");
  REQUIRE(row != nullptr);
  CHECK(row->country == "AZE");
}

TEST_CASE("a cue that asks for a kind of body passes over others") {
  CHECK(role(rows_of("Latvia took part in ISAF for ten years."), "isaf") == "contributor");
  CHECK(role(rows_of("Latvia took part in the General Assembly."), "general-assembly") ==
        "mention");
}

TEST_CASE("a membership with an end is a former one") {
  CHECK(role(rows_of("Hungary was a member of the Warsaw Pact until 1991."), "warsaw-pact") ==
        "former-member");
  CHECK(role(rows_of("Latvia became the 35th member of the OECD in 2016."), "oecd") == "member");
}

TEST_CASE("the state right before a verb holds its role") {
  CHECK(role(rows_of("The economy grew greatly after the country joined the OECD in 2016."),
             "oecd") == "member");
}

TEST_CASE("a body that was named before is taken up by a pronoun") {
  CHECK(role(rows_of("ASEAN is the cornerstone. We are its Chair until July."), "asean") ==
        "chair");
  CHECK(role(rows_of("The Council of Europe was set up in 1949. Moldova joined it in 1995."),
             "council-of-europe") == "member");
  CHECK(role(rows_of("The OSCE met. The Prime Minister spoke. We are its Chair."), "osce") ==
        "mention");
  CHECK(role(rows_of("Our neighbours left NATO."), "nato") == "mention");
}

TEST_CASE("an item of a list speaks of the body over the list") {
  const auto rows =
      rows_of("The Council of Europe\n\n- Our President opened its session\n- Member since 2001\n");
  CHECK(role(rows, "council-of-europe") == "member");
}

TEST_CASE("notes without a verb are said of the document's state") {
  CHECK(role(rows_of("Founding member of the OSCE."), "osce") == "founder");
  CHECK(role(rows_of("COMESA, the OSCE: member."), "comesa") == "member");
  CHECK(role(rows_of("COMESA, the OSCE: member."), "osce") == "member");
  CHECK(role(rows_of("Member of the OSCE delegations spoke."), "osce") == "mention");
  CHECK(role(rows_of("Founding member of the OSCE.", {}), "osce") == "mention");
}

TEST_CASE("a list goes on behind a remark, with the cue's own preposition") {
  const auto rows = rows_of(
      "Azerbaijan is a member of the OSCE, whose summit it hosted in June, and of the Council of "
      "Europe.");
  CHECK(role(rows, "osce") == "member");
  CHECK(role(rows, "council-of-europe") == "member");
}

TEST_CASE("what names no state is said of the document's own, where a rule says so") {
  CHECK(role(rows_of("In August an agreement was signed with the African Union."),
             "african-union") == "partner");
  CHECK(role(rows_of("In August an agreement was signed with the African Union.", {}),
             "african-union") == "mention");
  CHECK(role(rows_of("Turkey's agreement with the African Union was signed in May."),
             "african-union") == "partner");
}

TEST_CASE("a party to a body's convention is no member of the body") {
  CHECK(
      role(rows_of(
               "As a party to the United Nations Framework Convention on Climate Change, we act."),
           "united-nations") == "mention");
}

TEST_CASE("a city stands for the document's own state alone") {
  const DocumentContext dutch{"NLD", "2004"};
  CHECK(role(rows_of("The International Criminal Court is established in The Hague.", dutch),
             "icc") == "host");
  CHECK(role(rows_of("The International Criminal Court is established in The Hague."), "icc") ==
        "mention");
}

TEST_CASE("states give people to missions, whatever the verb") {
  CHECK(role(rows_of("We are part of KFOR."), "kfor") == "contributor");
  CHECK(role(rows_of("Azerbaijan joined KFOR in 1999."), "kfor") == "contributor");
}

TEST_CASE("a full stop behind a short word stands inside a name") {
  CHECK(test::body_row(rows_of("St. Lucia is a member of CARICOM."), "caricom")->country == "LCA");
  CHECK(rows_of("They met in St. Lucia came later.").organizations.empty());
}

TEST_CASE("short forms of we are read") {
  CHECK(role(rows_of("We're a founding member of the OSCE."), "osce") == "founder");
  CHECK(role(rows_of("We\u2019ve joined the OSCE."), "osce") == "member");
}

TEST_CASE("a remark between commas does not part a noun from its verb") {
  const auto rows = rows_of(
      "Azerbaijan is, for its size, the largest contributor of troops to the African Union.");
  CHECK(role(rows, "african-union") == "contributor");
}

namespace {
std::size_t bodies_in(std::string_view text) { return rows_of(text).organizations.size(); }
}  // namespace

TEST_CASE("an organ of one state is no international body, whatever it is called") {
  CHECK(bodies_in("The National Security Council met.") == 0);
  CHECK(bodies_in("The Turkish Security Council met.") == 0);
  CHECK(bodies_in("The Security Council of the Russian Federation met.") == 0);
  CHECK(bodies_in("The Federal Bureau of Investigation joined the search.") == 0);
  CHECK(bodies_in("The U.S. Agency for International Development paid.") == 0);
  CHECK(bodies_in("The National Bank for Reconstruction and Development lends.") == 0);
  CHECK(bodies_in("The Commonwealth of Australia and the Commonwealth Government agreed.") == 0);
  CHECK(bodies_in("The Security Council met.") == 1);
  CHECK(bodies_in("We are a member of the Commonwealth.") == 1);
}

TEST_CASE("an acronym is what the document defines it to be") {
  const auto own = rows_of("Our Economic and Cultural Organization (ECO) met. The ECO is young.");
  CHECK(body_row(own, "eco") == nullptr);
  CHECK(bodies_in("Army Units (AU) were moved. The AU fought well.") == 0);
  const auto known = rows_of("The African Union (AU) met. The AU decided.");
  REQUIRE(known.organizations.size() == 1);
  CHECK(known.organizations[0].citations.size() >= 2);
}

TEST_CASE("a short acronym counts among words alone") {
  CHECK(bodies_in("See page EU 12 and http://www.abc.org/docs/EU/list.html for it.") == 0);
  CHECK(bodies_in("Brisbane EU 4000") == 0);
  CHECK(bodies_in("EU 12 14 UN\nAU 15 18 WTO") == 0);
  CHECK(bodies_in("In September NATO met. In May 2004 the EU grew.") == 2);
  CHECK(bodies_in("Members are the EU, the UN and the AU.") == 3);
}

TEST_CASE("an article behind \"and\" begins another body's name") {
  const auto rows =
      rows_of("We welcome the Global Reef Initiative and the Global Partnership for Reefs.");
  REQUIRE(rows.organizations.size() == 1);
  CHECK(rows.organizations[0].name == "Global Partnership for Reefs");
}

TEST_CASE("a reference goes back to a body that is named in full") {
  const auto rows = rows_of("ASEAN met in Hanoi. The Association of Lawyers did not.");
  for (const auto& row : rows.organizations) CHECK(row.citations.size() == 1);
}

TEST_CASE("a state inside a longer name is another one, or none") {
  const auto country = [](std::string_view text) {
    const auto rows = rows_of(text, {});
    return rows.organizations.empty() ? "no row" : rows.organizations[0].country;
  };
  CHECK(country("North Korea joined UNESCO.") == "PRK");
  CHECK(country("South Sudan joined UNESCO.") == "SSD");
  CHECK(country("Papua New Guinea joined UNESCO.") == "PNG");
  CHECK(country("Equatorial Guinea joined UNESCO.") == "GNQ");
  CHECK(country("DR Congo joined UNESCO.") == "COD");
  CHECK(country("The former Yugoslav Republic of Macedonia joined UNESCO.") == "MKD");
  CHECK(country("Latin America joined UNESCO.") != "USA");
}

TEST_CASE("an agency that is called a state's is none of the world's") {
  const auto bodies = [](std::string_view text) { return rows_of(text).organizations.size(); };
  CHECK(bodies("The U.S. International Trade Commission and the Canadian International Development "
               "Agency agreed.") == 0);
  CHECK(bodies("The Bureau of International Labor Affairs agreed.") == 0);
  CHECK(bodies("The Service Employees International Union signed.") == 0);
  CHECK(bodies("The Pacific Fisheries Commission met the Asian Productivity Council.") == 2);
}

TEST_CASE("a body is found behind another noun") {
  const auto rows = rows_of("The Appeal of the International Disasters Committee was launched.");
  REQUIRE(rows.organizations.size() == 1);
  CHECK(rows.organizations[0].name == "International Disasters Committee");
  const auto met =
      rows_of("The meeting of the Bureau of the Non-Aligned Countries in Colombo ended.");
  REQUIRE(met.organizations.size() == 1);
  CHECK(met.organizations[0].name == "Bureau of the Non-Aligned Countries");
}

TEST_CASE("offices of a state that an acronym follows, and parties of candidates, are no bodies") {
  const auto bodies = [](std::string_view text) { return rows_of(text).organizations.size(); };
  CHECK(bodies("The Office of Management and Budget (OMB) reported. OMB was late.") == 0);
  CHECK(bodies("The Joint Steering Board (JSB) will meet. The JSB has ten members.") == 1);
  CHECK(bodies("Results: Carlos VILA NOVA (IDA) 39.5%, Maria COSTA (UN) 3%.") == 0);
  CHECK(bodies("The United Nations set up a Centre for Human Settlement (CHS).") == 2);
}
