#include "submission/pem.hpp"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace baocao::submission {
namespace {

// Instead of asking at the terminal.
int no_pass_phrase(char* /*buffer*/, int /*size*/, int /*writing*/, void* /*data*/) {
  return -1;
}

}  // namespace

void OpensslFree::operator()(bio_st* bio) const {
  BIO_free_all(bio);
}

void OpensslFree::operator()(CMS_ContentInfo_st* cms) const {
  CMS_ContentInfo_free(cms);
}

void OpensslFree::operator()(evp_pkey_st* key) const {
  EVP_PKEY_free(key);
}

void OpensslFree::operator()(x509_st* certificate) const {
  X509_free(certificate);
}

Bio reader_of(base::ByteView bytes) {
  return Bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

Cms read_cms(base::ByteView der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const unsigned char* const end = at + der.size();
  Cms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  return at == end ? std::move(cms) : nullptr;
}

base::Bytes der_of(CMS_ContentInfo_st* cms) {
  const int size = i2d_CMS_ContentInfo(cms, nullptr);
  base::Bytes der(static_cast<std::size_t>(size), '\0');
  auto* at = reinterpret_cast<unsigned char*>(der.data());
  i2d_CMS_ContentInfo(cms, &at);
  return der;
}

diag::Result<Key> read_key(base::ByteView pem) {
  const Bio bio = reader_of(pem);
  Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, no_pass_phrase, nullptr));
  ERR_clear_error();
  if (key == nullptr) {
    return diag::Failure(diag::Diagnostic{
        .code = "G151",
        .message = "không đọc được khóa riêng trong tệp PEM",
        .help = "kiểm tra tệp; khóa có mật khẩu thì tách ra trước bằng openssl pkey"});
  }
  return key;
}

diag::Result<std::vector<Certificate>> read_certificates(base::ByteView pem) {
  const Bio bio = reader_of(pem);
  std::vector<Certificate> certificates;
  while (X509* certificate = PEM_read_bio_X509(bio.get(), nullptr, no_pass_phrase, nullptr)) {
    certificates.emplace_back(certificate);
  }
  const bool read_all = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  ERR_clear_error();
  if (certificates.empty() || !read_all) {
    return diag::Failure(diag::Diagnostic{.code = "G152",
                                          .message = "không đọc được chứng thư số trong tệp PEM",
                                          .help = "xin lại tệp chứng thư số dạng PEM"});
  }
  return certificates;
}

bool is_for_signing(X509* certificate) {
  const bool limited = (X509_get_extension_flags(certificate) & EXFLAG_KUSAGE) != 0;
  constexpr std::uint32_t signing = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
  return !limited || (X509_get_key_usage(certificate) & signing) != 0;
}

diag::Diagnostic not_for_signing(X509* certificate) {
  return {.code = "G136",
          .message = "chứng thư số của \"" + subject_of(certificate) + "\" không dùng để ký",
          .help = "ký lại bằng chứng thư số được phép ký"};
}

std::string subject_of(X509* certificate) {
  const Bio out(BIO_new(BIO_s_mem()));
  constexpr unsigned long as_utf8 =
      XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
  X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0, as_utf8);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace baocao::submission
