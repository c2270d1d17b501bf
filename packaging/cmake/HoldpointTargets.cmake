# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The compiler's settings and the two calls every folder uses:
#   holdpoint_library(NAME SOURCES ... PUBLIC lib... PRIVATE lib... [MOC])
#   holdpoint_test(NAME SOURCES ... LIBRARIES lib... [LABELS unit|ui|e2e|checks])

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(HOLDPOINT_CCACHE ccache)
if(HOLDPOINT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The sloppiness is what precompiled headers need: see ccache(1), "Precompiled headers".
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${HOLDPOINT_CCACHE})
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Sql Concurrent DBus Svg LinguistTools Test)
find_package(Qt6Keychain REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(spdlog REQUIRED)
find_package(tl-expected REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LIBSSH REQUIRED IMPORTED_TARGET libssh>=0.10.6)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
find_library(CMARK_GFM cmark-gfm REQUIRED)
find_library(CMARK_GFM_EXTENSIONS cmark-gfm-extensions REQUIRED)

add_library(holdpoint_options INTERFACE)
target_include_directories(holdpoint_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(holdpoint_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wno-missing-field-initializers # a designated initialiser leaves the rest at its default on purpose
    -fstack-protector-strong -fvisibility=hidden
    $<$<BOOL:${HOLDPOINT_WERROR}>:-Werror>)
target_compile_definitions(holdpoint_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 HOLDPOINT_VERSION="${PROJECT_VERSION}")
target_link_options(holdpoint_options INTERFACE -Wl,-z,relro,-z,now)
if(HOLDPOINT_SANITIZE)
    target_compile_options(holdpoint_options INTERFACE -fsanitize=${HOLDPOINT_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(holdpoint_options INTERFACE -fsanitize=${HOLDPOINT_SANITIZE})
else()
    # A sanitizer and _FORTIFY_SOURCE check the same calls; only one may wrap them.
    target_compile_options(holdpoint_options INTERFACE
        $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=2>)
endif()

# Qt's headers, compiled once for everything that has the same flags.
add_library(holdpoint_pch STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/pch.cpp)
target_link_libraries(holdpoint_pch PUBLIC holdpoint_options Qt6::Core tl::expected)
target_precompile_headers(holdpoint_pch PRIVATE <QByteArray> <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QMap> <QObject> <QString> <QStringList> <QTimer> <functional> <memory> <optional> <string>
    <variant> <vector> <tl/expected.hpp>)

function(holdpoint_library name)
    cmake_parse_arguments(ARG "MOC" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC holdpoint_options Qt6::Core tl::expected ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(ARG_MOC)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
    get_target_property(links ${name} LINK_LIBRARIES)
    if(NOT links MATCHES "Qt6::(Gui|Widgets)|holdpoint_ui")
        target_precompile_headers(${name} REUSE_FROM holdpoint_pch)
    endif()
endfunction()

function(holdpoint_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    target_link_libraries(${name} PRIVATE holdpoint_options holdpoint_testsupport ${ARG_LIBRARIES})
    target_compile_definitions(${name} PRIVATE HOLDPOINT_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        HOLDPOINT_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
        PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
