# cmake -D ROOT=... -D OUTPUT=... -D LIBRARIES=... -P reader_version.cmake: writes readerVersion() of reader_version.h.
file(GLOB sources RELATIVE ${ROOT} ${ROOT}/base/*.h ${ROOT}/base/*.cpp ${ROOT}/yaml/*.h ${ROOT}/yaml/*.cpp
     ${ROOT}/kube/*.h ${ROOT}/kube/*.cpp)
list(SORT sources)
set(digests "${LIBRARIES}")
foreach(source IN LISTS sources)
    file(SHA256 ${ROOT}/${source} digest)
    string(APPEND digests " ${source} ${digest}")
endforeach()
string(SHA256 version "${digests}")
string(REGEX REPLACE "(..)" "0x\\1, " bytes ${version})
file(CONFIGURE OUTPUT ${OUTPUT} CONTENT [[
#include "core/kube/reader_version.h"

namespace noclobber::kube {

const Digest &readerVersion()
{
    static constexpr Digest version{{@bytes@}};
    return version;
}

} // namespace noclobber::kube
]] @ONLY)
