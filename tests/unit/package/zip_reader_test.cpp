#include "package/zip_reader.hpp"

#include "package/zip_writer.hpp"

#include <gtest/gtest.h>

namespace baocao::package {
namespace {

base::Bytes zip_of(std::initializer_list<std::string_view> names, std::size_t size = 1000) {
  ZipWriter writer;
  for (const std::string_view name : names) {
    writer.add(name, std::string(size, 'n'));
  }
  return writer.finish();
}

std::string refusal(base::ByteView bytes, ZipLimits limits = {}) {
  const auto reader = ZipReader::open(bytes, "tệp.xlsx", limits);
  if (reader) {
    return "accepted";
  }
  EXPECT_EQ(reader.error().span.file, "tệp.xlsx");
  EXPECT_FALSE(reader.error().help.empty());
  return std::string(reader.error().code.id());
}

std::string wide(std::string_view name) {
  std::string out;
  for (const char c : name) {
    out += {c, '\0'};
  }
  return out;
}

TEST(ZipReader, RefusesWhatIsNoZip) {
  EXPECT_EQ(refusal(""), "F101");
  EXPECT_EQ(refusal("STT,Họ và tên"), "F101");
}

TEST(ZipReader, RefusesACutPackage) {
  const base::Bytes whole = zip_of({"a", "b"});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    ASSERT_EQ(refusal(base::ByteView(whole).substr(0, size)), "F101") << size;
  }
}

TEST(ZipReader, TellsOfficeFilesOfTheOldKindApart) {
  const std::string magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  EXPECT_EQ(refusal(magic + wide("EncryptedPackage")), "F102");
  EXPECT_EQ(refusal(magic + wide("Workbook")), "F103");
  EXPECT_EQ(refusal(magic + wide("Book")), "F103");
  EXPECT_EQ(refusal(magic), "F103");
}

TEST(ZipReader, RefusesEncryptedEntries) {
  base::Bytes zip = zip_of({"a"});
  constexpr std::size_t flags = 6;
  zip[flags] = '\x01';
  zip[zip.find("PK\x01\x02") + flags + 2] = '\x01';
  EXPECT_EQ(refusal(zip), "F104");
}

TEST(ZipReader, RefusesTwoEntriesOfOneName) {
  EXPECT_EQ(refusal(zip_of({"xl/workbook.xml", "b", "xl/workbook.xml"})), "F105");
}

TEST(ZipReader, RefusesNamesThatLeaveThePackage) {
  for (const std::string_view name : {"/etc/a", "../a", "a/../../b", "a/..", "C:/a", "a\\b"}) {
    EXPECT_EQ(refusal(zip_of({name})), "F106") << name;
  }
  EXPECT_EQ(refusal(zip_of({"a..b/..c", "thư mục/"})), "accepted");
}

TEST(ZipReader, RefusesTooManyEntries) {
  EXPECT_EQ(refusal(zip_of({"a", "b"}), {.entries = 1}), "F107");
  EXPECT_EQ(refusal(zip_of({"a", "b"}), {.entries = 2}), "accepted");
}

TEST(ZipReader, StopsABombWhileInflating) {
  const base::Bytes zip = zip_of({"a"}, 10'000'000);
  ASSERT_LT(zip.size(), 20'000U);
  const auto reader = ZipReader::open(zip, "bom.xlsx", {.entry_bytes = 1'000'000});
  ASSERT_TRUE(reader);
  std::size_t seen = 0;
  const auto result = reader->stream("a", [&](base::ByteView piece) {
    seen += piece.size();
    return true;
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code.id(), "F107");
  EXPECT_EQ(result.error().span.part, "a");
  EXPECT_LE(seen, 1'000'000U);
}

TEST(ZipReader, DoesNotBelieveTheDeclaredSize) {
  base::Bytes zip = zip_of({"a"}, 10'000'000);
  const std::string declared("\x10\0\0\0", 4);
  zip.replace(22, 4, declared);
  zip.replace(zip.find("PK\x01\x02") + 24, 4, declared);
  const auto reader = ZipReader::open(zip, "bom.xlsx", {.entry_bytes = 1'000'000});
  EXPECT_FALSE(reader && reader->read("a"));
}

TEST(ZipReader, CountsAllEntriesTogether) {
  const base::Bytes zip = zip_of({"a", "b"}, 1000);
  const auto reader = ZipReader::open(zip, "a.xlsx", {.total_bytes = 1500});
  ASSERT_TRUE(reader);
  EXPECT_TRUE(reader->read("a"));
  const auto second = reader->read("b");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code.id(), "F107");
}

TEST(ZipReader, FindsDamagedContentByItsChecksum) {
  ZipWriter writer;
  writer.add("a", "không nén được");
  base::Bytes zip = writer.finish();
  zip[zip.find("không")] = 'K';
  const auto reader = ZipReader::open(zip, "a.xlsx");
  ASSERT_TRUE(reader);
  const auto content = reader->read("a");
  ASSERT_FALSE(content);
  EXPECT_EQ(content.error().code.id(), "F101");
}

TEST(ZipReader, NamesThePartThatIsMissing) {
  const base::Bytes zip = zip_of({"a"});
  const auto reader = ZipReader::open(zip, "a.xlsx");
  ASSERT_TRUE(reader);
  EXPECT_TRUE(reader->contains("a"));
  EXPECT_FALSE(reader->contains("b"));
  const auto missing = reader->read("b");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code.id(), "F108");
  EXPECT_EQ(missing.error().span.part, "b");
}

TEST(ZipReader, StreamsInPiecesAndStopsWhenAsked) {
  const base::Bytes zip = zip_of({"a"}, 1'000'000);
  const auto reader = ZipReader::open(zip, "a.xlsx");
  ASSERT_TRUE(reader);
  int pieces = 0;
  const auto result = reader->stream("a", [&](base::ByteView piece) {
    EXPECT_LE(piece.size(), 64U * 1024);
    return ++pieces < 3;
  });
  EXPECT_TRUE(result);
  EXPECT_EQ(pieces, 3);
}

}  // namespace
}  // namespace baocao::package
