#include "core/base/memory.h"

#include <cstdlib> // says whose library it is
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace noclobber {

void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0); // what other threads than the first freed is not given back by itself
#endif
}

} // namespace noclobber
