// Keys and certificates of people there are not, made anew for each run.
#pragma once

#include "base/date.hpp"

#include <ctime>
#include <memory>
#include <string>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace baocao::submission {

struct Identity {
  std::string key_pem;
  std::string certificate_pem;
};

struct Wanted {
  std::string name;
  const Identity* issuer = nullptr;  // null: signs itself
  std::string usage = "digitalSignature,nonRepudiation";
  base::Date from = *base::Date::parse_iso("2025-01-01");
  base::Date to = *base::Date::parse_iso("2029-12-31");
  bool rsa = false;
  const Identity* key_of =
      nullptr;  // the same key under another certificate; null: a key of its own
};

namespace certificates {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

template <class Write>
std::string pem_of(const Write& write) {
  const Bio bio(BIO_new(BIO_s_mem()), &BIO_free_all);
  write(bio.get());
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

inline Key read_key(const std::string& pem) {
  const Bio bio(BIO_new_mem_buf(pem.data(), -1), &BIO_free_all);
  return {PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free};
}

inline Key key_for(const Wanted& wanted) {
  if (wanted.key_of != nullptr) {
    return read_key(wanted.key_of->key_pem);
  }
  return {wanted.rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

inline void put_extension(X509* certificate, int kind, const std::string& value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

inline void put_name(X509_NAME* name, const std::string& text) {
  X509_NAME_add_entry_by_NID(name,
                             NID_commonName,
                             MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(text.data()),
                             static_cast<int>(text.size()),
                             -1,
                             0);
}

}  // namespace certificates

inline Identity make_identity(const Wanted& wanted) {
  using namespace certificates;  // NOLINT(google-build-using-namespace)
  constexpr std::time_t day = 24L * 60 * 60;
  const Key key = key_for(wanted);
  const Certificate certificate(X509_new(), &X509_free);
  X509* x = certificate.get();
  X509_set_version(x, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(x), wanted.issuer == nullptr ? 1 : 4711);
  ASN1_TIME_set(X509_getm_notBefore(x), wanted.from.days() * day);
  ASN1_TIME_set(X509_getm_notAfter(x), wanted.to.days() * day);
  X509_set_pubkey(x, key.get());
  put_name(X509_get_subject_name(x), wanted.name);
  put_extension(x, NID_key_usage, wanted.usage);
  if (wanted.usage.find("keyCertSign") != std::string::npos) {
    put_extension(x, NID_basic_constraints, "critical,CA:TRUE");
  }
  if (wanted.issuer == nullptr) {
    X509_set_issuer_name(x, X509_get_subject_name(x));
    X509_sign(x, key.get(), EVP_sha256());
  } else {
    const Bio pem(BIO_new_mem_buf(wanted.issuer->certificate_pem.data(), -1), &BIO_free_all);
    const Certificate issuer(PEM_read_bio_X509(pem.get(), nullptr, nullptr, nullptr), &X509_free);
    const Key issuer_key = certificates::read_key(wanted.issuer->key_pem);
    X509_set_issuer_name(x, X509_get_subject_name(issuer.get()));
    X509_sign(x, issuer_key.get(), EVP_sha256());
  }
  return {pem_of([&](BIO* out) {
            PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
          }),
          pem_of([&](BIO* out) { PEM_write_bio_X509(out, x); })};
}

}  // namespace baocao::submission
