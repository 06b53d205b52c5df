#include "package/packer.hpp"

#include "package/zip_reader.hpp"

#include <gtest/gtest.h>

namespace baocao::package {
namespace {

// More than what is deflated in one go.
base::Bytes large() {
  base::Bytes out;
  for (int i = 0; out.size() < (6U << 20U); ++i) {
    out += "<w:tr>" + std::to_string(i) + "</w:tr>";
  }
  return out;
}

PackedBytes packed_in_pieces(base::ByteView bytes, std::size_t piece) {
  Packer packer;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    packer.write(bytes.substr(at, piece));
  }
  return packer.finish();
}

base::Bytes read_back(PackedBytes packed) {
  ZipWriter zip;
  zip.add("a", "nhỏ");
  zip.add("b", std::move(packed));
  zip.add("c", "sau");
  const base::Bytes bytes = zip.finish();
  const auto reader = ZipReader::open(bytes, "x.zip");
  EXPECT_EQ(reader->read("a").value(), "nhỏ");
  EXPECT_EQ(reader->read("c").value(), "sau");
  return reader->read("b").value();
}

TEST(Packer, WritesWhatTheReaderReads) {
  EXPECT_EQ(read_back(packed_in_pieces("", 10)), "");
  EXPECT_EQ(read_back(packed_in_pieces("ít chữ", 2)), "ít chữ");
  EXPECT_EQ(read_back(packed_in_pieces(large(), 100'000)), large());
}

TEST(Packer, DoesNotDependOnThePieces) {
  const base::Bytes bytes = large();
  const PackedBytes few = packed_in_pieces(bytes, bytes.size());
  const PackedBytes many = packed_in_pieces(bytes, 65'537);
  EXPECT_EQ(few.content, many.content);
  EXPECT_EQ(few.crc, many.crc);
  EXPECT_LT(few.content.size(), bytes.size() / 4);
}

TEST(Packer, GivesTheSamePackageMovedOrCopied) {
  const PackedBytes entry = packed_in_pieces(large(), 1 << 20);
  ZipWriter copied;
  copied.add("a", "nhỏ");
  copied.add("b", entry);
  ZipWriter moved;
  moved.add("a", "nhỏ");
  moved.add("b", PackedBytes(entry));
  EXPECT_EQ(copied.finish(), moved.finish());
}

}  // namespace
}  // namespace baocao::package
