#pragma once

#include <cstdint>

namespace noclobber::yaml {

/// Who reads YAML. Both give the same answers; they differ in speed only.
enum class Reader {
    Fast, ///< our own reader of plain block-style YAML; what it is not sure of it leaves to yaml-cpp, by document
    Exact ///< yaml-cpp reads everything
};

/// Chooses the reader for the whole process; without a call it is Fast. A program calls it once, at start: what is
/// being read in other threads meanwhile may be read by either.
void useReader(Reader reader);

/// The one in use.
Reader readerInUse();

/// How many bytes of YAML yaml-cpp has parsed so far in this process: all of them with Reader::Exact. JSON and empty
/// documents are not counted.
std::uint64_t bytesLeftToParser();

/// Adds to bytesLeftToParser(); for the readers of this folder. Any thread.
void countLeftToParser(std::uint64_t bytes);

} // namespace noclobber::yaml
