# labelwright_embed_text(TARGET FUNCTION FILE): compiles a text file into TARGET as `std::string_view labelwright::FUNCTION() noexcept`,
# which a header of the target declares. Empty lines are dropped. For small word lists that belong to the code but must read well.
function(labelwright_embed_text target function file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(STRINGS "${file}" lines ENCODING UTF-8)
  set(literals "")
  foreach(line IN LISTS lines)
    string(APPEND literals "    R\"~(${line}\n)~\"\n")
  endforeach()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp")
  file(CONFIGURE OUTPUT "${source}" @ONLY CONTENT
"#include <string_view>

namespace labelwright {
std::string_view ${function}() noexcept;
std::string_view ${function}() noexcept {
    return
${literals}    ;
}
}  // namespace labelwright
")
  target_sources(${target} PRIVATE "${source}")
endfunction()
