#include "package/zip_writer.hpp"

#include "package/zip_reader.hpp"

#include <gmock/gmock.h>

namespace baocao::package {
namespace {

using testing::ElementsAre;

base::Bytes example() {
  ZipWriter writer;
  writer.add("[Content_Types].xml", std::string(5000, 'x'));
  writer.add("tỉnh/số.txt", "không nén được");
  writer.add("rỗng", "");
  return writer.finish();
}

TEST(ZipWriter, WritesWhatTheReaderReads) {
  const base::Bytes zip = example();
  const auto reader = ZipReader::open(zip, "a.zip");
  ASSERT_TRUE(reader);
  EXPECT_THAT(reader->names(), ElementsAre("[Content_Types].xml", "tỉnh/số.txt", "rỗng"));
  EXPECT_EQ(reader->read("[Content_Types].xml"), std::string(5000, 'x'));
  EXPECT_EQ(reader->read("tỉnh/số.txt"), "không nén được");
  EXPECT_EQ(reader->read("rỗng"), "");
}

TEST(ZipWriter, DependsOnTheEntriesAlone) {
  EXPECT_EQ(example(), example());
}

TEST(ZipWriter, DeflatesOnlyWhatGetsSmaller) {
  ZipWriter writer;
  writer.add("a", std::string(100000, 'a'));
  EXPECT_LT(writer.finish().size(), 1000U);

  ZipWriter stored;
  stored.add("b", "ngắn");
  EXPECT_THAT(stored.finish(), testing::HasSubstr("ngắn"));
}

TEST(ZipWriter, WritesPackedBytesLikeTheBytesThemselves) {
  for (const std::string& bytes : {std::string(5000, 'x'), std::string("ngắn"), std::string()}) {
    ZipWriter at_once;
    at_once.add("a", bytes);
    ZipWriter prepared;
    prepared.add("a", packed(bytes));
    EXPECT_EQ(prepared.finish(), at_once.finish());
  }
}

TEST(ZipWriter, WritesTheEntriesOfAPackageAgainByteForByte) {
  const base::Bytes zip = example();
  const auto reader = ZipReader::open(zip, "a.zip");
  ASSERT_TRUE(reader);
  ZipWriter again;
  for (const std::string& name : reader->names()) {
    again.add(name, reader->packed(name).value());
  }
  EXPECT_EQ(again.finish(), zip);
}

TEST(Unpacked, GivesTheBytesBack) {
  for (const std::string& bytes : {std::string(5000, 'x'), std::string("ngắn"), std::string()}) {
    EXPECT_EQ(unpacked(packed(bytes)), bytes);
  }
}

TEST(Unpacked, GivesNothingWhenTheContentIsNotAsStated) {
  const PackedBytes sound = packed(std::string(5000, 'x'));
  PackedBytes other_checksum = sound;
  other_checksum.crc ^= 1U;
  EXPECT_FALSE(unpacked(other_checksum));
  PackedBytes other_size = sound;
  other_size.size -= 1;
  EXPECT_FALSE(unpacked(other_size));
  PackedBytes huge = sound;
  huge.size = 1ULL << 50U;
  EXPECT_FALSE(unpacked(huge));
  PackedBytes trailing = sound;
  trailing.content += "thừa";
  EXPECT_FALSE(unpacked(trailing));
  PackedBytes cut = sound;
  cut.content.pop_back();
  EXPECT_FALSE(unpacked(cut));
}

TEST(ZipWriter, DatesEveryEntry1980) {
  const base::Bytes zip = example();
  EXPECT_EQ(zip.substr(10, 4), std::string("\0\0\x21\0", 4));
}

TEST(ZipWriter, WritesAnEmptyPackage) {
  const base::Bytes zip = ZipWriter().finish();
  EXPECT_EQ(zip.size(), 22U);
}

}  // namespace
}  // namespace baocao::package
