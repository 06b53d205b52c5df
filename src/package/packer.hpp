// Deflates bytes that come in pieces, for entries that need not be in memory as a whole.
#pragma once

#include "package/zip_writer.hpp"

#include <memory>

namespace baocao::package {

// Fast rather than small. The same bytes give the same result, however they are cut in pieces.
class Packer {
 public:
  Packer();
  ~Packer();
  Packer(Packer&&) noexcept;
  Packer& operator=(Packer&&) noexcept;

  void write(base::ByteView bytes);
  PackedBytes finish();  // call once

 private:
  struct Stream;
  void start_stream();
  void deflate(base::ByteView bytes, bool is_end);

  base::Bytes waiting_;  // until it is known that the entry is large
  PackedBytes out_;
  std::unique_ptr<Stream> stream_;
};

}  // namespace baocao::package
