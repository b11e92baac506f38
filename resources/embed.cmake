# cmake -D "FILES=a;b" -D ROOT=DIR -D OUTPUT=FILE -P embed.cmake: writes the files' bytes as a C++ table.
set(arrays "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
    file(READ "${ROOT}/${file}" bytes HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
    string(APPEND arrays "const unsigned char file${number}[] = {${bytes}0};\n")
    string(APPEND rows "    {\"${file}\", {reinterpret_cast<const char *>(file${number}), sizeof file${number} - 1}},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include \"core/base/resources.h\"

namespace {
${arrays}
constexpr const char *none = \"\";
const noclobber::Resource table[] = {
${rows}    {none, {}},
};
} // namespace

std::span<const noclobber::Resource> noclobber::resources()
{
    return {table, sizeof table / sizeof table[0] - 1};
}
")
