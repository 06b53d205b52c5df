// What a stage returns where it cannot go on: a value, or the fault that stopped it.
#pragma once

#include "diag/diagnostic.hpp"

#include <tl/expected.hpp>

namespace baocao::diag {

template <class T>
using Result = tl::expected<T, Diagnostic>;

using Failure = tl::unexpected<Diagnostic>;

}  // namespace baocao::diag
