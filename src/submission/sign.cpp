#include "submission/pem.hpp"
#include "submission/signature.hpp"

#include <algorithm>
#include <ctime>

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace baocao::submission {
namespace {

bool add_signing_time(CMS_SignerInfo* signer, base::Date day) {
  constexpr std::time_t seconds_of_day = 24L * 60 * 60;
  ASN1_TIME* time = ASN1_TIME_set(nullptr, day.days() * seconds_of_day);
  const bool added =
      time != nullptr && CMS_signed_add1_attr_by_NID(
                             signer, NID_pkcs9_signingTime, ASN1_STRING_type(time), time, -1) == 1;
  ASN1_TIME_free(time);
  return added;
}

// DER of the signed attributes as they are signed (RFC 5652, 5.4): a SET OF, so sorted.
base::Bytes signed_attributes(CMS_SignerInfo* signer) {
  std::vector<base::Bytes> attributes;
  for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
    X509_ATTRIBUTE* attribute = CMS_signed_get_attr(signer, i);
    base::Bytes& der = attributes.emplace_back(
        static_cast<std::size_t>(i2d_X509_ATTRIBUTE(attribute, nullptr)), '\0');
    auto* at = reinterpret_cast<unsigned char*>(der.data());
    i2d_X509_ATTRIBUTE(attribute, &at);
  }
  std::sort(attributes.begin(), attributes.end());
  base::Bytes content;
  for (const base::Bytes& der : attributes) {
    content += der;
  }
  base::Bytes set(
      static_cast<std::size_t>(ASN1_object_size(1, static_cast<int>(content.size()), V_ASN1_SET)),
      '\0');
  auto* at = reinterpret_cast<unsigned char*>(set.data());
  ASN1_put_object(&at, 1, static_cast<int>(content.size()), V_ASN1_SET, V_ASN1_UNIVERSAL);
  std::copy(content.begin(), content.end(), at);
  return set;
}

// OpenSSL puts the clock's time into every signature that has none: takes it out and signs again.
bool remove_signing_time(CMS_SignerInfo* signer, EVP_PKEY* key) {
  const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
  X509_ATTRIBUTE_free(CMS_signed_delete_attr(signer, at));
  const base::Bytes text = signed_attributes(signer);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t size = 0;
  if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
      EVP_DigestSign(context.get(), nullptr, &size, bytes, text.size()) != 1) {
    return false;
  }
  std::vector<unsigned char> signature(size);
  return EVP_DigestSign(context.get(), signature.data(), &size, bytes, text.size()) == 1 &&
         ASN1_STRING_set(
             CMS_SignerInfo_get0_signature(signer), signature.data(), static_cast<int>(size)) == 1;
}

bool is_signature_of(CMS_ContentInfo* cms, base::ByteView text) {
  const Bio content = reader_of(text);
  constexpr unsigned flags = CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY;
  return CMS_verify(cms, nullptr, nullptr, content.get(), nullptr, flags) == 1;
}

// Null when the key cannot sign.
Cms sign_bytes(base::ByteView text,
               const std::vector<Certificate>& certificates,
               EVP_PKEY* key,
               const std::optional<base::Date>& day) {
  constexpr unsigned flags = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL;
  const Bio content = reader_of(text);
  Cms cms(CMS_sign(nullptr, nullptr, nullptr, content.get(), flags));
  CMS_SignerInfo* signer = CMS_add1_signer(
      cms.get(), certificates.front().get(), key, EVP_sha256(), CMS_CADES | CMS_NOSMIMECAP);
  bool good = signer != nullptr;
  for (std::size_t i = 1; good && i < certificates.size(); ++i) {
    good = CMS_add1_cert(cms.get(), certificates[i].get()) == 1;
  }
  good = good && (!day || add_signing_time(signer, *day)) &&
         CMS_final(cms.get(), content.get(), nullptr, CMS_BINARY | CMS_DETACHED) == 1 &&
         (day || remove_signing_time(signer, key)) && is_signature_of(cms.get(), text);
  return good ? std::move(cms) : nullptr;
}

}  // namespace

diag::Result<void> sign(Package& package, const SigningKey& key) {
  const auto secret = read_key(key.key_pem);
  if (!secret) {
    return diag::Failure(secret.error());
  }
  const auto certificates = read_certificates(key.certificate_pem);
  if (!certificates) {
    return diag::Failure(certificates.error());
  }
  if (!is_for_signing(certificates->front().get())) {
    return diag::Failure(not_for_signing(certificates->front().get()));
  }
  Cms cms;
  if (X509_check_private_key(certificates->front().get(), secret->get()) == 1) {
    cms = sign_bytes(package.manifest_json, *certificates, secret->get(), key.day);
  }
  ERR_clear_error();
  if (cms == nullptr) {
    return diag::Failure(diag::Diagnostic{
        .code = "G153",
        .message = "khóa riêng và chứng thư số không phải là một cặp, hoặc không dùng để ký được",
        .help = "dùng khóa RSA hoặc ECDSA cùng chứng thư số của chính khóa đó"});
  }
  package.signature = der_of(cms.get());
  return {};
}

}  // namespace baocao::submission
