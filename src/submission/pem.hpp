// Keys and certificates in PEM, and the other small things OpenSSL needs. Private to submission/.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <memory>
#include <string>
#include <vector>

struct bio_st;
struct CMS_ContentInfo_st;
struct evp_pkey_st;
struct x509_st;

namespace baocao::submission {

struct OpensslFree {
  void operator()(bio_st* bio) const;
  void operator()(CMS_ContentInfo_st* cms) const;
  void operator()(evp_pkey_st* key) const;
  void operator()(x509_st* certificate) const;
};

using Bio = std::unique_ptr<bio_st, OpensslFree>;
using Cms = std::unique_ptr<CMS_ContentInfo_st, OpensslFree>;
using Key = std::unique_ptr<evp_pkey_st, OpensslFree>;
using Certificate = std::unique_ptr<x509_st, OpensslFree>;

Bio reader_of(base::ByteView bytes);  // `bytes` must outlive it

// DER; null when the bytes are anything else, or more than that.
Cms read_cms(base::ByteView der);
base::Bytes der_of(CMS_ContentInfo_st* cms);

// G151: not a private key, or one behind a pass phrase.
diag::Result<Key> read_key(base::ByteView pem);
// All in the file; at least one, or G152.
diag::Result<std::vector<Certificate>> read_certificates(base::ByteView pem);

// By its key usage; a certificate without one is for anything (RFC 5280, 4.2.1.3).
bool is_for_signing(x509_st* certificate);
diag::Diagnostic not_for_signing(x509_st* certificate);  // G136

std::string subject_of(x509_st* certificate);  // RFC 2253, UTF-8

}  // namespace baocao::submission
