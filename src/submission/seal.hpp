// Encryption of a whole package to its receiver: CMS EnvelopedData (RFC 5652) with AES-256-CBC,
// DER.
#pragma once

#include "base/bytes.hpp"
#include "diag/result.hpp"

#include <string>

namespace baocao::submission {

// True for what seal() gives, by its content.
bool is_sealed(base::ByteView bytes);

// For whoever has the key of the first certificate in `certificate_pem`. Random by nature: other
// bytes each time. G152: no readable certificate.
diag::Result<base::Bytes> seal(base::ByteView bytes, base::ByteView certificate_pem);

// G141: damaged or not sealed; G142: sealed for somebody else; G151, G152: key or certificate
// unreadable. `file` names the package in faults. Only what comes out tells whether it was altered
// on the way: open() it.
diag::Result<base::Bytes> unseal(base::ByteView bytes,
                                 base::ByteView key_pem,
                                 base::ByteView certificate_pem,
                                 const std::string& file);

}  // namespace baocao::submission
