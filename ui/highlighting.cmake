# noclobber_highlighting: KSyntaxHighlighting for Qt 6, from a package, else as packaging/highlighting made it.
find_package(KF6SyntaxHighlighting QUIET)
if(KF6SyntaxHighlighting_FOUND)
    set(highlighting KF6::SyntaxHighlighting)
else()
    execute_process(
        COMMAND ${CMAKE_SOURCE_DIR}/packaging/highlighting --where
        OUTPUT_VARIABLE made
        OUTPUT_STRIP_TRAILING_WHITESPACE
        ERROR_QUIET)
    list(PREPEND CMAKE_PREFIX_PATH ${made})
    find_package(KF5SyntaxHighlighting 5.116 QUIET)
    if(NOT KF5SyntaxHighlighting_FOUND)
        message(FATAL_ERROR "KSyntaxHighlighting for Qt 6 is missing: install libkf6syntaxhighlighting-dev, or where "
                            "there is no such package, run packaging/highlighting.")
    endif()
    set(highlighting KF5::SyntaxHighlighting)
endif()

# The name KF5 does not tell the Qt version, and two Qt versions in one program end in a crash.
get_target_property(links ${highlighting} INTERFACE_LINK_LIBRARIES)
if(NOT links MATCHES "Qt6::")
    message(FATAL_ERROR "The KSyntaxHighlighting found here is for another Qt (it links ${links}): remove "
                        "KF5SyntaxHighlighting_DIR from the CMake cache and run packaging/highlighting.")
endif()

set_target_properties(${highlighting} PROPERTIES IMPORTED_GLOBAL TRUE) # app and tests link it through noclobber_ui
add_library(noclobber_highlighting INTERFACE)
target_link_libraries(noclobber_highlighting INTERFACE ${highlighting})
