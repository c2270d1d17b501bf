# SPDX-FileCopyrightText: 2026 Holdpoint contributors
# SPDX-License-Identifier: EUPL-1.2
#
# What an installed Holdpoint consists of. app/paths.cpp looks for the folders at ../share/holdpoint from the programs, and
# holdpoint-pdf beside them; app/ssh/stockcommand.cpp for the helper at ../libexec/holdpoint.
include(GNUInstallDirs)

install(TARGETS holdpoint holdpoint-cli holdpoint-pdf RUNTIME)
install(TARGETS holdpoint-askpass RUNTIME DESTINATION libexec/holdpoint)
install(DIRECTORY runbooks/library DESTINATION ${CMAKE_INSTALL_DATADIR}/holdpoint FILES_MATCHING PATTERN *.md)
install(DIRECTORY app/practice/tools/ DESTINATION ${CMAKE_INSTALL_DATADIR}/holdpoint/practice-tools
    USE_SOURCE_PERMISSIONS)
install(PROGRAMS packaging/verify-report.py DESTINATION ${CMAKE_INSTALL_DATADIR}/holdpoint)
install(FILES README.md runbooks/FORMAT.md runbooks/TUTORIAL.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES models/report/FORMAT.md RENAME REPORT-FORMAT.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES models/ledger/FORMAT.md RENAME LEDGER-FORMAT.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/man/holdpoint.1 packaging/man/holdpoint-cli.1 packaging/man/holdpoint-pdf.1
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/holdpoint.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/holdpoint.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/holdpoint.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES packaging/completions/holdpoint-cli.bash RENAME holdpoint-cli
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES packaging/completions/holdpoint-cli.zsh RENAME _holdpoint-cli
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES packaging/completions/holdpoint-cli.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
