# Every library from Debian, in one place; docs/dependencies.md says why each is here.
find_package(Threads REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(EXPAT 2.4 REQUIRED)
find_package(Boost 1.74 REQUIRED)  # headers only
find_package(PkgConfig REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)  # its CMake config also wants the command line tools
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network PrintSupport Svg LinguistTools Test)
find_package(QCustomPlotQt6 REQUIRED)  # after Qt6: its config does not look for it

if(LABELWRIGHT_TESTS)
  find_package(GTest REQUIRED)
  if(LABELWRIGHT_BENCHMARKS)
    find_package(benchmark REQUIRED)
  endif()
endif()
