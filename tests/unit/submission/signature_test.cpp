#include "submission/signature.hpp"

#include "certificates.hpp"
#include "examples.hpp"

#include <gmock/gmock.h>

namespace baocao::submission {
namespace {

base::Date day(const char* iso) {
  return *base::Date::parse_iso(iso);
}

const Identity& authority() {
  static const Identity made =
      make_identity({.name = "Cơ quan chứng thực mẫu", .usage = "keyCertSign"});
  return made;
}

const Identity& office() {
  static const Identity made =
      make_identity({.name = "Đảng ủy xã Văn Lăng", .issuer = &authority(), .rsa = true});
  return made;
}

Package signed_by(const Identity& who, std::optional<base::Date> on = std::nullopt) {
  Package package = example_package();
  const auto done = sign(package, {who.key_pem, who.certificate_pem, on});
  EXPECT_TRUE(done) << done.error().message;
  return package;
}

std::string refusal(const Package& package,
                    const Identity& trusted = authority(),
                    base::Date at = day("2026-09-30")) {
  const auto signer = verify_signature(package, trusted.certificate_pem, at, "gói.zip");
  return signer ? "accepted" : std::string(signer.error().code.id());
}

TEST(Signature, TellsWhoSigned) {
  const auto signer = verify_signature(
      signed_by(office()), authority().certificate_pem, day("2026-09-30"), "gói.zip");
  ASSERT_TRUE(signer) << signer.error().message;
  EXPECT_EQ(signer->subject, "CN=Đảng ủy xã Văn Lăng");
  EXPECT_EQ(signer->serial, "1267");
  EXPECT_EQ(signer->not_before, day("2025-01-01"));
  EXPECT_EQ(signer->not_after, day("2029-12-31"));
  EXPECT_EQ(signer->signed_on, std::nullopt);
}

TEST(Signature, HoldsTheDayItIsToldAndNoOther) {
  const Package package = signed_by(office(), day("2026-10-05"));
  const auto signer =
      verify_signature(package, authority().certificate_pem, day("2026-10-06"), "gói.zip");
  ASSERT_TRUE(signer) << signer.error().message;
  EXPECT_EQ(signer->signed_on, day("2026-10-05"));
}

TEST(Signature, OfAnRsaKeyRepeats) {
  EXPECT_EQ(signed_by(office()).signature, signed_by(office()).signature);
  EXPECT_EQ(write(signed_by(office())), write(signed_by(office())));
}

TEST(Signature, OfAnEllipticKeyIsAsGood) {
  const Identity other = make_identity({.name = "Đảng ủy phường", .issuer = &authority()});
  EXPECT_EQ(refusal(signed_by(other)), "accepted");
}

TEST(Signature, MayBeTrustedByTheSignersOwnCertificate) {
  EXPECT_EQ(refusal(signed_by(office()), office()), "accepted");
}

TEST(Signature, IsMissed) {
  EXPECT_EQ(refusal(example_package()), "G131");
}

TEST(Signature, MustBeCadesOfOneSigner) {
  Package package = signed_by(office());
  package.signature = "không phải CMS";
  EXPECT_EQ(refusal(package), "G132");
  package.signature = signed_by(office()).signature + "x";
  EXPECT_EQ(refusal(package), "G132");
}

TEST(Signature, IsOverTheManifest) {
  Package package = signed_by(office());
  package.manifest_json.replace(package.manifest_json.find("05665"), 5, "05666");
  EXPECT_EQ(refusal(package), "G133");
}

// Some bytes of CMS are said twice or not signed (the list of digests): they change nothing.
TEST(Signature, NeverTellsAnotherSignerOrDay) {
  const Package package = signed_by(office(), day("2026-10-05"));
  int accepted = 0;
  for (std::size_t at = 0; at < package.signature.size(); ++at) {
    Package flipped = package;
    flipped.signature[at] = static_cast<char>(flipped.signature[at] ^ 0x04);
    const auto signer =
        verify_signature(flipped, authority().certificate_pem, day("2026-09-30"), "gói.zip");
    if (signer) {
      ++accepted;
      EXPECT_EQ(signer->subject, "CN=Đảng ủy xã Văn Lăng") << at;
      EXPECT_EQ(signer->signed_on, day("2026-10-05")) << at;
    }
  }
  EXPECT_LT(accepted, 30);
}

TEST(Signature, OfAStrangerIsNotTrusted) {
  const Identity stranger = make_identity({.name = "Đảng ủy xã Văn Lăng"});
  EXPECT_EQ(refusal(signed_by(stranger)), "G134");
  const Identity borrowed = make_identity({.name = "Người lạ", .issuer = &stranger});
  EXPECT_EQ(refusal(signed_by(borrowed)), "G134");
}

TEST(Signature, NeedsACertificateInForce) {
  const Package package = signed_by(office());
  EXPECT_EQ(refusal(package, authority(), day("2024-12-31")), "G135");
  EXPECT_EQ(refusal(package, authority(), day("2030-01-01")), "G135");
  EXPECT_EQ(refusal(package, authority(), day("2029-12-30")), "accepted");
}

// The same key, issuer and serial number in a certificate that is not for signing.
TEST(Signature, NeedsACertificateForSigning) {
  const Identity reader = make_identity({.name = "Đảng ủy xã Văn Lăng",
                                         .issuer = &authority(),
                                         .usage = "keyEncipherment",
                                         .key_of = &office()});
  EXPECT_EQ(refusal(signed_by(office()), reader), "G136");
}

TEST(Signature, NeedsSomebodyTrusted) {
  EXPECT_EQ(refusal(signed_by(office()), {"", "không phải PEM"}), "G137");
}

TEST(Sign, RefusesKeysThatDoNotFit) {
  const Identity other = make_identity({.name = "Người khác"});
  Package package = example_package();
  const auto code = [&](const std::string& key, const std::string& certificate) {
    const auto done = sign(package, {key, certificate, std::nullopt});
    return done ? "signed" : std::string(done.error().code.id());
  };
  EXPECT_EQ(code("không phải PEM", office().certificate_pem), "G151");
  EXPECT_EQ(code(office().certificate_pem, office().certificate_pem), "G151");
  EXPECT_EQ(code(office().key_pem, office().key_pem), "G152");
  EXPECT_EQ(code(office().key_pem, other.certificate_pem), "G153");
  const Identity reader = make_identity({.name = "Văn thư", .usage = "keyEncipherment"});
  EXPECT_EQ(code(reader.key_pem, reader.certificate_pem), "G136");
  EXPECT_TRUE(package.signature.empty());
}

}  // namespace
}  // namespace baocao::submission
