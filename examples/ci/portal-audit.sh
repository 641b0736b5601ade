#!/usr/bin/env bash
# Audits a portal that was built and is not released yet, and holds it against the release before. No server is needed.
#   portal-audit.sh [options of "portalaudit gate"]     by default every finding that is new fails
# What it reads from the environment:
#   PORTAL_FOLDER     the built site
#   PORTAL_ADDRESS    the address that it will have
#   PORTAL_UNIT_TYPE  such as provincial-department; PORTAL_UNIT_NAME: the agency's name
#   PORTAL_BASELINE   audit.json of the release before; when there is none yet, this run only reports
#   PORTAL_REPORTS    where reports go; reports by default
#   PORTAL_PROFILE    such as vn-2026; by default the one in force on the day
#   PORTAL_DATED      the moment that the folder stands for; now by default
#   PORTAL_LANG       vi (default) or en
# Exit status: that of the gate: 0 nothing is worse, 1 something is, 2 too little could be decided, 3 a mistake.
set -euo pipefail
: "${PORTAL_FOLDER:?the folder of the built site}" "${PORTAL_ADDRESS:?the address that it will have}"
reports=${PORTAL_REPORTS:-reports}
baseline=${PORTAL_BASELINE:-}
lang=${PORTAL_LANG:-vi}

portalaudit audit "$PORTAL_FOLDER" --as "$PORTAL_ADDRESS" ${PORTAL_DATED:+--dated "$PORTAL_DATED"} ${PORTAL_PROFILE:+--profile "$PORTAL_PROFILE"} \
    --unit-type "${PORTAL_UNIT_TYPE:-other}" --unit-name "${PORTAL_UNIT_NAME:-}" --lang "$lang" --no-github \
    -o "$reports" -f markdown -f sarif-github -f junit -f gitlab -f record-docx

if [ -z "$baseline" ] || [ ! -f "$baseline" ]; then
    echo "no baseline yet: $reports/audit.json is one for the next run" >&2
    exit 0
fi
portalaudit diff "$baseline" "$reports/audit.json" -f markdown --lang "$lang" -o "$reports/changes.md"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    cat "$reports/changes.md" >>"$GITHUB_STEP_SUMMARY"
fi
portalaudit gate "$reports/audit.json" --baseline "$baseline" --lang "$lang" "$@"
