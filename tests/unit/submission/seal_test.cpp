#include "submission/seal.hpp"

#include "certificates.hpp"
#include "examples.hpp"

#include <gtest/gtest.h>

namespace baocao::submission {
namespace {

const Identity& province() {
  static const Identity made =
      make_identity({.name = "Ban Tổ chức", .usage = "keyEncipherment", .rsa = true});
  return made;
}

std::string sealed(base::ByteView bytes) {
  const auto done = seal(bytes, province().certificate_pem);
  EXPECT_TRUE(done) << done.error().message;
  return done.value_or("");
}

std::string refusal(base::ByteView bytes, const Identity& who) {
  const auto done = unseal(bytes, who.key_pem, who.certificate_pem, "gói.zip.p7m");
  return done ? "opened" : std::string(done.error().code.id());
}

TEST(Seal, IsOpenedByItsReceiver) {
  const base::Bytes bytes = write(example_package());
  const auto opened =
      unseal(sealed(bytes), province().key_pem, province().certificate_pem, "gói.zip.p7m");
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_EQ(*opened, bytes);
}

TEST(Seal, IsToldByItsContent) {
  const base::Bytes bytes = write(example_package());
  EXPECT_TRUE(is_sealed(sealed(bytes)));
  EXPECT_TRUE(is_sealed(sealed("ngắn")));
  EXPECT_FALSE(is_sealed(bytes));
  EXPECT_FALSE(is_sealed(""));
  EXPECT_FALSE(is_sealed("0\x82"));
}

TEST(Seal, HidesEveryName) {
  EXPECT_EQ(sealed(write(example_package())).find("can-bo"), std::string::npos);
}

TEST(Seal, IsForNobodyElse) {
  const Identity other =
      make_identity({.name = "Người khác", .usage = "keyEncipherment", .rsa = true});
  EXPECT_EQ(refusal(sealed("số liệu"), other), "G142");
}

TEST(Seal, ThatIsDamagedIsRefused) {
  const base::Bytes whole = sealed(write(example_package()));
  EXPECT_EQ(refusal(base::ByteView(whole).substr(0, whole.size() / 2), province()), "G141");
  EXPECT_EQ(refusal(whole + "x", province()), "G141");
  EXPECT_EQ(refusal(write(example_package()), province()), "G141");
}

TEST(Seal, NeedsACertificateThatCanHide) {
  const auto done = seal("số liệu", "không phải PEM");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code.id(), "G152");
}

}  // namespace
}  // namespace baocao::submission
