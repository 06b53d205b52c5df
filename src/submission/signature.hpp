// The detached signature over the manifest: CMS (RFC 5652) in the form CAdES-BES (ETSI TS 101 733),
// DER, as META-INF/manifest.p7s.
#pragma once

#include "base/bytes.hpp"
#include "base/date.hpp"
#include "diag/result.hpp"
#include "submission/package.hpp"

#include <optional>
#include <string>

namespace baocao::submission {

struct SigningKey {
  base::Bytes key_pem;            // PKCS #8 or traditional, not protected by a pass phrase
  base::Bytes certificate_pem;    // the signer's first; those after it go into the signature
  std::optional<base::Date> day;  // attribute signing-time, 00:00 UTC; nothing: no such attribute
};

// Signs the manifest of `package`. An RSA key gives the same bytes each time, an ECDSA key does
// not. G151: key unreadable; G152: certificate unreadable; G153: they do not belong together.
diag::Result<void> sign(Package& package, const SigningKey& key);

struct Signer {
  std::string subject;  // RFC 2253, UTF-8: "CN=Đảng ủy xã Văn Lăng,C=VN"
  std::string serial;   // of the certificate, hexadecimal
  base::Date not_before;
  base::Date not_after;
  std::optional<base::Date> signed_on;  // as the signer says
};

// Who signed the package. `trusted_pem` holds the certificates that are trusted: of authorities, or
// of the signers themselves. The certificate must be in force at the end of `day` in Viet Nam.
// Refused: not signed (G131), not a signature of the demanded form (G132), manifest or signature
// altered (G133), a signer nobody trusted vouches for (G134), certificate expired or not yet in
// force (G135), not for signing (G136), no readable certificate in `trusted_pem` (G137). `file`
// names the package in faults. Revocation is not asked: the program works offline.
diag::Result<Signer> verify_signature(const Package& package,
                                      base::ByteView trusted_pem,
                                      base::Date day,
                                      const std::string& file);

}  // namespace baocao::submission
