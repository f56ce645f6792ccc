#!/usr/bin/env bash
# Installs what the tests need, where it may, and checks everything: formatting, static checks, all tests.
# Arguments go to Maven, such as -Dskip.browser=true.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v chromedriver >/dev/null || missing+=(chromium-driver)
for language in rus bel eng; do
    tesseract --list-langs 2>/dev/null | grep -qx "$language" || missing+=("tesseract-ocr-$language")
done
command -v tesseract >/dev/null || missing+=(tesseract-ocr)
command -v curl >/dev/null || missing+=(curl)
command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui fonts-liberation)
command -v heif-enc >/dev/null || missing+=(libheif-examples)
command -v opj_compress >/dev/null || missing+=(libopenjp2-tools)

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing ${missing[*]}"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
        echo "The tests need ${missing[*]}. Install them, or leave their tests out with -Dskip.browser=true -Dskip.ocr=true -Dskip.office=true." >&2
        for tests in browser ocr office; do
            case "$*" in
                *"skip.$tests=true"*) ;;
                *) exit 1 ;;
            esac
        done
    fi
fi

exec mvn --batch-mode --no-transfer-progress verify "$@"
