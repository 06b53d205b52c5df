#include "indicator/counts.hpp"

namespace baocao::indicator {

Counts& Counts::operator+=(const Counts& other) {
  n += other.n;
  d += other.d;
  u1 += other.u1;
  u2 += other.u2;
  open += other.open;
  return *this;
}

}  // namespace baocao::indicator
