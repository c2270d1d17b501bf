# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# What an installed Holdpoint consists of. The programs find the library at ../share/holdpoint/runbooks from their own
# folder and the PDF helper at ../libexec/holdpoint.
include(GNUInstallDirs)

install(TARGETS holdpoint holdpoint-cli RUNTIME)
install(TARGETS holdpoint-pdf RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/holdpoint)
install(DIRECTORY runbooks/library/ DESTINATION ${CMAKE_INSTALL_DATADIR}/holdpoint/runbooks FILES_MATCHING PATTERN *.md)
install(FILES packaging/man/holdpoint.1 packaging/man/holdpoint-cli.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/holdpoint.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/holdpoint.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/holdpoint.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES packaging/completions/holdpoint-cli.bash RENAME holdpoint-cli
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES packaging/completions/holdpoint-cli.zsh RENAME _holdpoint-cli
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES packaging/completions/holdpoint-cli.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
