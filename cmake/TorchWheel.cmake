# libtorch from the unpacked PyPI wheel as imported targets. The wheel's own TorchConfig.cmake stops without a CUDA toolkit, which
# building against it does not need.
set(LABELWRIGHT_DEPS_DIR "$ENV{LABELWRIGHT_DEPS_DIR}" CACHE PATH "Folder that installer/bootstrap.sh fills")
if(NOT LABELWRIGHT_DEPS_DIR)
  set(LABELWRIGHT_DEPS_DIR "${PROJECT_SOURCE_DIR}/.deps" CACHE PATH "" FORCE)
endif()
set(TORCH_ROOT "${LABELWRIGHT_DEPS_DIR}/wheels/torch")
if(NOT EXISTS "${TORCH_ROOT}/include/ATen/ATen.h")
  message(FATAL_ERROR "libtorch is not in ${TORCH_ROOT}: run installer/bootstrap.sh")
endif()

foreach(library IN ITEMS c10 torch_cpu c10_cuda torch_cuda)
  add_library(torch::${library} SHARED IMPORTED GLOBAL)
  set_target_properties(torch::${library} PROPERTIES IMPORTED_LOCATION "${TORCH_ROOT}/lib/lib${library}.so")
  target_include_directories(torch::${library} SYSTEM INTERFACE "${TORCH_ROOT}/include")
endforeach()
