// SPDX-FileCopyrightText: 2026 Holdpoint contributors
// SPDX-License-Identifier: EUPL-1.2
// The precompiled header of holdpoint_pch needs one translation unit to belong to.
