#include "package/zip_directory.hpp"

#include "package/zip_writer.hpp"

#include <gtest/gtest.h>

namespace baocao::package {
namespace {

base::Bytes zip_of(std::initializer_list<std::string> names) {
  ZipWriter writer;
  for (const std::string& name : names) {
    writer.add(name, "x");
  }
  return writer.finish();
}

TEST(ZipDirectory, GivesNamesAsTheyStandInTheBytes) {
  const std::string cut("a\0b", 3);
  const auto entries = read_directory(zip_of({"thư mục/", cut, "thư mục/tệp"}));
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 3U);
  EXPECT_EQ((*entries)[1].name, cut);
  EXPECT_TRUE((*entries)[0].is_directory());
  EXPECT_FALSE((*entries)[2].is_directory());
  EXPECT_FALSE((*entries)[2].is_special());
  EXPECT_TRUE(read_directory(zip_of({}))->empty());
}

TEST(ZipDirectory, TellsLinksOfUnixWriters) {
  base::Bytes zip = zip_of({"a"});
  const std::size_t header = zip.find("PK\x01\x02");
  zip[header + 41] = static_cast<char>(0xA0);
  EXPECT_FALSE(read_directory(zip)->front().is_special()) << "MS-DOS knows no links";
  zip[header + 5] = 3;
  EXPECT_TRUE(read_directory(zip)->front().is_special());
  zip[header + 41] = static_cast<char>(0x40);
  EXPECT_TRUE(read_directory(zip)->front().is_directory());
}

TEST(ZipDirectory, IsOfOnePackageFromFirstToLastByte) {
  const base::Bytes zip = zip_of({"a", "b"});
  EXPECT_TRUE(read_directory(zip));
  EXPECT_FALSE(read_directory("x" + zip));
  EXPECT_FALSE(read_directory(zip + "x"));
  EXPECT_FALSE(read_directory(zip + zip));
  for (std::size_t size = 0; size < zip.size(); ++size) {
    EXPECT_FALSE(read_directory(base::ByteView(zip).substr(0, size))) << size;
  }
}

TEST(ZipDirectory, AddsUp) {
  base::Bytes fewer = zip_of({"a", "b"});
  fewer[fewer.size() - 22 + 8] = 1;
  fewer[fewer.size() - 22 + 10] = 1;
  EXPECT_FALSE(read_directory(fewer));
  base::Bytes longer = zip_of({"a", "b"});
  const std::size_t header = longer.rfind("PK\x01\x02");
  longer[header + 28] = 2;  // a name that reaches past the directory
  EXPECT_FALSE(read_directory(longer));
}

}  // namespace
}  // namespace baocao::package
