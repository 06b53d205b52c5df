#include "submission/part_names.hpp"
#include "submission/pem.hpp"
#include "submission/signature.hpp"
#include "text/dates.hpp"

#include <ctime>

#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>

namespace baocao::submission {
namespace {

using Store = std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)>;

struct StackFree {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
};

using Stack = std::unique_ptr<STACK_OF(X509), StackFree>;  // of certificates it does not own

Stack stack_of(const std::vector<Certificate>& certificates) {
  Stack stack(sk_X509_new_null());
  for (const Certificate& certificate : certificates) {
    sk_X509_push(stack.get(), certificate.get());
  }
  return stack;
}

// What is trusted, at the end of `day` in Viet Nam (UTC+7). Whether a certificate is for signing is
// judged apart, by its key usage: those of public authorities are not made for e-mail.
Store store_of(const std::vector<Certificate>& trusted, base::Date day) {
  constexpr std::time_t hour = 60L * 60;
  Store store(X509_STORE_new(), &X509_STORE_free);
  for (const Certificate& certificate : trusted) {
    X509_STORE_add_cert(store.get(), certificate.get());
  }
  X509_VERIFY_PARAM* rules = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(rules, (day.days() + 1) * 24 * hour - 7 * hour - 1);
  X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_ANY);
  X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
  return store;
}

bool is_strong(CMS_SignerInfo* signer) {
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
  const ASN1_OBJECT* kind = nullptr;
  X509_ALGOR_get0(&kind, nullptr, nullptr, digest);
  const int nid = OBJ_obj2nid(kind);
  return nid == NID_sha256 || nid == NID_sha384 || nid == NID_sha512;
}

// The one signer of a detached CAdES-BES signature; null when it is anything else.
CMS_SignerInfo* signer_of(CMS_ContentInfo* cms) {
  if (cms == nullptr || OBJ_obj2nid(CMS_get0_type(cms)) != NID_pkcs7_signed ||
      CMS_is_detached(cms) != 1) {
    return nullptr;
  }
  STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
  if (sk_CMS_SignerInfo_num(signers) != 1) {
    return nullptr;
  }
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  const bool names_certificate =
      CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1) >= 0 ||
      CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificate, -1) >= 0;
  return names_certificate && is_strong(signer) ? signer : nullptr;
}

int chain_error(X509_STORE* store, X509* certificate, STACK_OF(X509) * others) {
  const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(
      X509_STORE_CTX_new(), &X509_STORE_CTX_free);
  X509_STORE_CTX_init(context.get(), store, certificate, others);
  return X509_verify_cert(context.get()) == 1 ? X509_V_OK : X509_STORE_CTX_get_error(context.get());
}

std::optional<base::Date> date_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
    return std::nullopt;
  }
  return base::Date::from_ymd(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

std::optional<base::Date> signing_day(CMS_SignerInfo* signer) {
  const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
  const ASN1_TYPE* value =
      at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer, at), 0);
  const bool is_time =
      value != nullptr && (value->type == V_ASN1_UTCTIME || value->type == V_ASN1_GENERALIZEDTIME);
  return is_time ? date_of(value->value.asn1_string) : std::nullopt;
}

std::string serial_of(X509* certificate) {
  BIGNUM* number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
  char* digits = BN_bn2hex(number);
  std::string text = digits == nullptr ? "" : digits;
  OPENSSL_free(digits);
  BN_free(number);
  return text;
}

class Verifier {
 public:
  Verifier(const Package& package, std::string file)
      : package_(package), file_(std::move(file)), cms_(read_cms(package.signature)) {}

  diag::Result<Signer> verify(const std::vector<Certificate>& trusted, base::Date day) {
    CMS_SignerInfo* info = signer_of(cms_.get());
    if (info == nullptr) {
      return refuse("G132",
                    "chữ ký không phải là chữ ký CAdES-BES tách rời của đúng một người ký",
                    "đề nghị nơi gửi ký lại bằng lệnh submit --sign");
    }
    const Stack known = stack_of(trusted);
    const Store store = store_of(trusted, day);
    const Cms::pointer cms = cms_.get();
    if (CMS_set1_signers_certs(cms, known.get(), 0) != 1) {
      return untrusted("không rõ người ký");
    }
    if (!is_signature_of_manifest(known.get(), nullptr, CMS_NO_SIGNER_CERT_VERIFY)) {
      return refuse("G133",
                    "chữ ký không khớp nội dung: tệp kê khai hoặc chữ ký đã bị sửa sau khi ký",
                    "không dùng gói này; đề nghị nơi gửi ký và gửi lại");
    }
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(info, nullptr, &certificate, nullptr, nullptr);
    if (auto judged = judge(certificate, store.get(), day); !judged) {
      return diag::Failure(judged.error());
    }
    // The certificate must be the one the signer meant: the demand of CAdES beyond CMS.
    if (!is_signature_of_manifest(known.get(), store.get(), CMS_CADES)) {
      return refuse("G133",
                    "chữ ký nêu một chứng thư số khác chứng thư số kèm theo",
                    "không dùng gói này; đề nghị nơi gửi ký và gửi lại");
    }
    return Signer{subject_of(certificate),
                  serial_of(certificate),
                  date_of(X509_get0_notBefore(certificate)).value_or(base::Date{}),
                  date_of(X509_get0_notAfter(certificate)).value_or(base::Date{}),
                  signing_day(info)};
  }

  diag::Failure refuse(diag::Code code, std::string message, std::string help) const {
    return diag::Failure(
        diag::Diagnostic{.code = code,
                         .message = std::move(message),
                         .help = std::move(help),
                         .span = {.file = file_, .part = std::string(signature_part)}});
  }

 private:
  bool is_signature_of_manifest(STACK_OF(X509) * known, X509_STORE* store, unsigned flags) const {
    const Bio content = reader_of(package_.manifest_json);
    return CMS_verify(cms_.get(), known, store, content.get(), nullptr, CMS_BINARY | flags) == 1;
  }

  diag::Result<void> judge(X509* certificate, X509_STORE* store, base::Date day) const {
    if (!is_for_signing(certificate)) {
      diag::Diagnostic fault = not_for_signing(certificate);
      fault.span = {.file = file_, .part = std::string(signature_part)};
      return diag::Failure(std::move(fault));
    }
    STACK_OF(X509)* sent = CMS_get1_certs(cms_.get());
    const int error = chain_error(store, certificate, sent);
    sk_X509_pop_free(sent, X509_free);
    if (error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID) {
      return refuse("G135",
                    "chứng thư số của \"" + subject_of(certificate) + "\" không có hiệu lực ngày " +
                        text::short_date(day),
                    "đề nghị nơi gửi ký lại bằng chứng thư số còn hiệu lực");
    }
    if (error != X509_V_OK) {
      return untrusted("không tin cậy người ký \"" + subject_of(certificate) + "\"");
    }
    return {};
  }

  diag::Failure untrusted(std::string message) const {
    return refuse("G134",
                  std::move(message),
                  "nếu đúng là người ký của đơn vị, thêm chứng thư số vào tệp chứng thư tin cậy");
  }

  const Package& package_;
  std::string file_;
  Cms cms_;
};

}  // namespace

diag::Result<Signer> verify_signature(const Package& package,
                                      base::ByteView trusted_pem,
                                      base::Date day,
                                      const std::string& file) {
  Verifier verifier(package, file);
  if (package.signature.empty()) {
    return verifier.refuse(
        "G131", "gói không có chữ ký số", "đề nghị nơi gửi ký bằng lệnh submit --sign rồi gửi lại");
  }
  const auto trusted = read_certificates(trusted_pem);
  if (!trusted) {
    return diag::Failure(
        diag::Diagnostic{.code = "G137",
                         .message = "không đọc được chứng thư số nào trong tệp chứng thư tin cậy",
                         .help = "ghi vào tệp các chứng thư số dạng PEM, nối tiếp nhau"});
  }
  auto signer = verifier.verify(*trusted, day);
  ERR_clear_error();
  return signer;
}

}  // namespace baocao::submission
