#include "submission/package.hpp"

#include "examples.hpp"
#include "package/zip_reader.hpp"
#include "package/zip_writer.hpp"

#include <gmock/gmock.h>

namespace baocao::submission {
namespace {

using testing::ElementsAre;

using Parts = std::vector<std::pair<std::string, base::Bytes>>;

Parts parts_of(const Package& package) {
  Parts parts{{"META-INF/manifest.json", package.manifest_json}};
  for (const File& file : package.files) {
    parts.emplace_back(file.name, file.bytes);
  }
  return parts;
}

base::Bytes zip_of(const Parts& parts) {
  package::ZipWriter zip;
  for (const auto& [name, bytes] : parts) {
    zip.add(name, bytes);
  }
  return zip.finish();
}

// The codes of all faults; "accepted" when there are none.
std::vector<std::string> faults_of(base::ByteView bytes) {
  diag::Sink faults;
  const auto package = open(bytes, "gói.zip", faults);
  EXPECT_EQ(package.has_value(), faults.all().empty());
  std::vector<std::string> codes;
  for (const diag::Diagnostic& fault : faults.all()) {
    EXPECT_EQ(fault.span.file, "gói.zip");
    EXPECT_FALSE(fault.help.empty());
    codes.emplace_back(fault.code.id());
  }
  return codes.empty() ? std::vector<std::string>{"accepted"} : codes;
}

std::vector<std::string> faults_with(const std::string& name) {
  Parts parts = parts_of(example_package());
  parts.emplace_back(name, "x");
  return faults_of(zip_of(parts));
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

std::vector<std::string> faults_of_manifest(const std::string& from, const std::string& to) {
  Parts parts = parts_of(example_package());
  parts.front().second = replaced(parts.front().second, from, to);
  return faults_of(zip_of(parts));
}

TEST(Package, ComesBackAsItWasWritten) {
  Package sent = example_package();
  sent.signature = "chữ ký";
  diag::Sink faults;
  const auto received = open(write(sent), "gói.zip", faults);
  ASSERT_TRUE(received) << received.error().message;
  EXPECT_EQ(received->manifest_json, sent.manifest_json);
  EXPECT_EQ(to_json(received->manifest), sent.manifest_json);
  EXPECT_EQ(received->signature, "chữ ký");
  ASSERT_EQ(received->files.size(), 4U);
  EXPECT_EQ(received->find("inputs/can-bo/danh sách.csv")->bytes, sent.files[1].bytes);
  EXPECT_EQ(received->find(Role::report)->name, "outputs/bao-cao.docx");
  EXPECT_EQ(received->find(Role::summary), nullptr);
  EXPECT_EQ(received->find("results"), nullptr);
}

TEST(Package, DependsOnItsContentAlone) {
  EXPECT_EQ(write(example_package()), write(example_package()));
}

TEST(Package, BeginsWithItsManifest) {
  const base::Bytes bytes = write(example_package());
  const auto zip = package::ZipReader::open(bytes, "gói.zip");
  ASSERT_TRUE(zip);
  EXPECT_THAT(zip->names(),
              ElementsAre("META-INF/manifest.json",
                          "inputs/job.toml",
                          "inputs/can-bo/danh sách.csv",
                          "results.json",
                          "outputs/bao-cao.docx"));
}

TEST(Package, MustBeWholeFromFirstToLastByte) {
  const base::Bytes whole = write(example_package());
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    ASSERT_THAT(faults_of(base::ByteView(whole).substr(0, size)), ElementsAre("G101")) << size;
  }
  EXPECT_THAT(faults_of(whole + "x"), ElementsAre("G101"));
  EXPECT_THAT(faults_of("x" + whole), ElementsAre("G101"));
}

TEST(Package, SurvivesAnyFlippedByteWithoutAcceptingOther) {
  const Package sent = example_package();
  const base::Bytes whole = write(sent);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    base::Bytes flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    diag::Sink faults;
    // A date of the zip may change; nothing that is read may.
    if (const auto received = open(flipped, "gói.zip", faults)) {
      ASSERT_EQ(write(*received), whole) << at;
    }
  }
}

TEST(Package, RefusesNamesThatLeadOutside) {
  for (const char* name : {"../a", "inputs/../../a", "/etc/a", "C:/a", "a\\b", "a/./b", "a//b"}) {
    EXPECT_THAT(faults_with(name), ElementsAre("G104")) << name;
  }
  EXPECT_THAT(faults_with(std::string("inputs/a\0b", 10)), ElementsAre("G104"));
}

TEST(Package, RefusesNamesThatAreNotPlainText) {
  EXPECT_THAT(faults_with("inputs/danh sa\xCC\x81"
                          "ch.csv"),
              ElementsAre("G106"));
  EXPECT_THAT(faults_with("inputs/a\x01"), ElementsAre("G106"));
  EXPECT_THAT(faults_with("inputs/\xFF"), ElementsAre("G106"));
}

TEST(Package, RefusesNamesThatMeet) {
  EXPECT_THAT(faults_with("results.json"), ElementsAre("G103"));
  EXPECT_THAT(faults_with("Results.json"), ElementsAre("G107"));
  EXPECT_THAT(faults_with("inputs/CAN-BO/DANH SÁCH.csv"), ElementsAre("G107"));
}

TEST(Package, RefusesFoldersAndLinks) {
  EXPECT_THAT(faults_with("inputs/can-bo/"), ElementsAre("G109"));
  base::Bytes linked = write(example_package());
  const std::size_t header = linked.rfind("PK\x01\x02");
  linked[header + 5] = 3;                         // made on Unix
  linked[header + 41] = static_cast<char>(0xA1);  // S_IFLNK | 0777
  linked[header + 40] = static_cast<char>(0xFF);
  EXPECT_THAT(faults_of(linked), ElementsAre("G108"));
}

TEST(Package, FindsAllBadNamesAtOnce) {
  Parts parts = parts_of(example_package());
  parts.emplace_back("../a", "");
  parts.emplace_back("inputs/", "");
  EXPECT_THAT(faults_of(zip_of(parts)), ElementsAre("G104", "G109"));
}

TEST(Package, RefusesEncryptedEntries) {
  base::Bytes bytes = write(example_package());
  constexpr std::size_t flags = 6;
  bytes[flags] = static_cast<char>(bytes[flags] | 1);
  const std::size_t header = bytes.find("PK\x01\x02") + flags + 2;
  bytes[header] = static_cast<char>(bytes[header] | 1);
  EXPECT_THAT(faults_of(bytes), ElementsAre("G102"));
}

TEST(Package, RefusesABomb) {
  std::vector<File> files = example_files();
  files.push_back({"inputs/a.csv", Role::input, std::string(70UL * 1024 * 1024, '0')});
  EXPECT_THAT(faults_of(write(make_package(example_manifest(), files))), ElementsAre("G105"));
}

TEST(Package, RefusesATreeTooLargeToRead) {
  std::vector<File> files = example_files();
  files[2].bytes = std::string(17UL * 1024 * 1024, '[');
  EXPECT_THAT(faults_of(write(make_package(example_manifest(), files))), ElementsAre("G105"));
  Parts parts = parts_of(example_package());
  parts[0].second = std::string(1024UL * 1024, '[');
  EXPECT_THAT(faults_of(zip_of(parts)), ElementsAre("G112"));
}

TEST(Package, NeedsAManifest) {
  Parts parts = parts_of(example_package());
  parts.erase(parts.begin());
  EXPECT_THAT(faults_of(zip_of(parts)), ElementsAre("G110"));
}

TEST(Package, HoldsWhatTheManifestSaysAndNothingElse) {
  Parts parts = parts_of(example_package());
  parts.pop_back();
  parts[1].second = "unit = \"05666\"\n";
  parts[2].second = "ngắn";
  parts.emplace_back("outputs/them.pdf", "x");
  EXPECT_THAT(faults_of(zip_of(parts)), ElementsAre("G118", "G117", "G115", "G116"));
}

TEST(Manifest, SaysItsFormat) {
  EXPECT_THAT(faults_of_manifest("baocao-package/1", "baocao-package/2"), ElementsAre("G111"));
}

TEST(Manifest, HasJustItsKeysAndTypes) {
  EXPECT_THAT(faults_of_manifest("{", "["), ElementsAre("G112"));
  EXPECT_THAT(faults_of_manifest("\"persons\": 2", "\"persons\": \"2\""), ElementsAre("G112"));
  EXPECT_THAT(faults_of_manifest("\"persons\": 2", "\"persons\": -2"), ElementsAre("G112"));
  EXPECT_THAT(faults_of_manifest("\"persons\": 2", "\"persons\": 2, \"more\": 1"),
              ElementsAre("G112"));
  EXPECT_THAT(faults_of_manifest("\"persons\"", "\"person\""), ElementsAre("G112", "G112"));
  EXPECT_THAT(faults_of_manifest("\"note\": 1", "\"note\": 1, \"a\": 1"), ElementsAre("G112"));
  EXPECT_THAT(faults_of_manifest("\"code\": ", "\"cod\": "), ElementsAre("G112", "G112"));
}

TEST(Manifest, HasOneFormOnly) {
  EXPECT_THAT(faults_of_manifest("\"persons\": 2", "\"persons\": 9, \"persons\": 2"),
              ElementsAre("G113"));
  EXPECT_THAT(faults_of_manifest("\"persons\": 2", "\"persons\":  2"), ElementsAre("G113"));
  EXPECT_THAT(faults_of_manifest("Xã V", "X\\u00e3 V"), ElementsAre("G113"));
}

TEST(Manifest, HoldsWellFormedValues) {
  EXPECT_THAT(faults_of_manifest("2026-Q3", "2026-Q5"), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("2026-09-30", "2026-09-31"), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("\"05665\"", "\"../05665\""), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("\"05665\"", "\"\""), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("thai-nguyen-cbcx", "../../etc"), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("Xã Văn Lăng", " "), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("\"revision\": 1", "\"revision\": 0"), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("\"N203\"", "\"n203\""), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("chờ bổ sung \\\"hồ sơ\\\"", ""), ElementsAre("G114"));
  EXPECT_THAT(faults_of_manifest("\"role\": \"report\"", "\"role\": \"virus\""),
              testing::Contains("G114"));
}

TEST(Manifest, GivesEachEntryOnePlaceAndRole) {
  EXPECT_THAT(faults_of_manifest("\"role\": \"job\"", "\"role\": \"input\""), ElementsAre("G119"));
  EXPECT_THAT(faults_of_manifest("\"role\": \"report\"", "\"role\": \"results\""),
              ElementsAre("G119"));
  EXPECT_THAT(faults_of_manifest("\"role\": \"report\"", "\"role\": \"input\""),
              ElementsAre("G119"));
  std::vector<File> files = example_files();
  files.push_back({"outputs/bao-cao-2.docx", Role::report, "x"});
  EXPECT_THAT(faults_of(write(make_package(example_manifest(), files))), ElementsAre("G119"));
}

TEST(Manifest, HasNoOpenErrorsAndAReasonForEachWarning) {
  EXPECT_THAT(faults_of_manifest("\"error\": 0", "\"error\": 1"), ElementsAre("G120"));
  EXPECT_THAT(faults_of_manifest("\"warning\": 2", "\"warning\": 3"), ElementsAre("G120"));
}

TEST(Manifest, HashesItsDefinitions) {
  EXPECT_THAT(faults_of_manifest("schema/can_bo.toml", "schema/can_ba.toml"), ElementsAre("G121"));
}

}  // namespace
}  // namespace baocao::submission
