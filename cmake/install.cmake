# What a package of crm holds. An export for each component, so that a program in C needs nothing of C++.
include(CMakePackageConfigHelpers)
set(crm_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/crm)

# crm_install(component target): the target, and the file that describes it to other projects.
function(crm_install component target)
  install(TARGETS ${target} EXPORT crm-${component}-targets)
  install(EXPORT crm-${component}-targets NAMESPACE crm:: DESTINATION ${crm_config_dir})
endfunction()

# crm_install_pkg_config(name): relative to its own place, so that the installed tree can be moved.
function(crm_install_pkg_config name)
  file(RELATIVE_PATH prefix_from_pkgconfig "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  configure_file(${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endfunction()

crm_install(model crm-model)
crm_install(cpp crm)
install(DIRECTORY include/crm DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
if(CRM_WITH_MAIL)
  crm_install(mail crm-mail)
endif()
if(CRM_WITH_C)
  crm_install(c crm-c)
  crm_install_pkg_config(crm-c)
  install(FILES capi/include/crm.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endif()
if(CRM_WITH_C AND CRM_WITH_MAIL)
  crm_install(mail_c crm-mail-c)
  crm_install_pkg_config(crm-mail-c)
  install(FILES capi/include/crm_mail.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  set_target_properties(crm-mail-c PROPERTIES INSTALL_RPATH "$ORIGIN")  # crm-c lies beside it
endif()

configure_package_config_file(cmake/crmConfig.cmake.in ${PROJECT_BINARY_DIR}/crmConfig.cmake
  INSTALL_DESTINATION ${crm_config_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/crmConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)  # from 1.0 on: SameMajorVersion
install(FILES ${PROJECT_BINARY_DIR}/crmConfig.cmake ${PROJECT_BINARY_DIR}/crmConfigVersion.cmake cmake/FindSOCI.cmake
  DESTINATION ${crm_config_dir})
