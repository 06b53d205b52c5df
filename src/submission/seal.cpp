#include "submission/seal.hpp"

#include "submission/pem.hpp"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace baocao::submission {
namespace {

bool is_envelope(CMS_ContentInfo* cms) {
  return cms != nullptr && OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_enveloped;
}

base::Bytes bytes_of(bio_st* bio) {
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio, &text);
  return {text, static_cast<std::size_t>(size)};
}

diag::Failure refuse(diag::Code code, std::string message, std::string help, std::string file) {
  ERR_clear_error();
  return diag::Failure(diag::Diagnostic{.code = code,
                                        .message = std::move(message),
                                        .help = std::move(help),
                                        .span = {.file = std::move(file)}});
}

}  // namespace

bool is_sealed(base::ByteView bytes) {
  // SEQUENCE, its length in up to five bytes, then the type 1.2.840.113549.1.7.3.
  constexpr base::ByteView enveloped_data = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03";
  constexpr std::size_t longest_head = 6;
  const std::size_t at = bytes.substr(0, longest_head + enveloped_data.size()).find(enveloped_data);
  return bytes.starts_with('\x30') && at != base::ByteView::npos;
}

diag::Result<base::Bytes> seal(base::ByteView bytes, base::ByteView certificate_pem) {
  const auto certificates = read_certificates(certificate_pem);
  if (!certificates) {
    return diag::Failure(certificates.error());
  }
  STACK_OF(X509)* receiver = sk_X509_new_null();
  sk_X509_push(receiver, certificates->front().get());
  const Bio content = reader_of(bytes);
  const Cms cms(CMS_encrypt(receiver, content.get(), EVP_aes_256_cbc(), CMS_BINARY));
  sk_X509_free(receiver);
  if (cms == nullptr) {
    return refuse("G152",
                  "chứng thư số của nơi nhận không dùng để mã hóa được",
                  "xin nơi nhận chứng thư số có khóa RSA hoặc ECDH",
                  "");
  }
  return der_of(cms.get());
}

diag::Result<base::Bytes> unseal(base::ByteView bytes,
                                 base::ByteView key_pem,
                                 base::ByteView certificate_pem,
                                 const std::string& file) {
  const auto key = read_key(key_pem);
  if (!key) {
    return diag::Failure(key.error());
  }
  const auto certificates = read_certificates(certificate_pem);
  if (!certificates) {
    return diag::Failure(certificates.error());
  }
  const Cms cms = read_cms(bytes);
  if (!is_envelope(cms.get())) {
    return refuse("G141",
                  "tệp không phải là gói mã hóa nguyên vẹn",
                  "đề nghị nơi gửi gửi lại tệp .zip.p7m",
                  file);
  }
  const Bio out(BIO_new(BIO_s_mem()));
  X509* receiver = certificates->front().get();
  if (CMS_decrypt(cms.get(), key->get(), receiver, nullptr, out.get(), CMS_BINARY) != 1) {
    return refuse("G142",
                  "không mở được: gói mã hóa cho người khác, hoặc đã bị sửa",
                  "dùng đúng khóa và chứng thư số của nơi nhận; nếu vẫn không được, xin gửi lại",
                  file);
  }
  return bytes_of(out.get());
}

}  // namespace baocao::submission
