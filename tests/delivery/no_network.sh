#!/bin/sh
# Nothing in the programs can speak to a network: no library for it, no call, no include. no_network.sh PROGRAM...
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
top=$(dirname "$0")/../..
wrong=0
for program in "$@"; do
    # Termination by signal uses one socketpair inside the process; nothing else of that kind may be imported.
    # That is why <sys/socket.h> may be included, and only what it declares for a network is looked for.
    calls=$(nm -D --undefined-only "$program" | sed 's/^ *[Uw] //; s/@.*//' |
        grep -xE 'socket|connect|bind|listen|accept4?|send(to|msg)|recv(from|msg)|getaddrinfo|gethostby.*|curl_.*' || true)
    libraries=$(readelf -d "$program" | grep NEEDED | grep -iE 'network|curl|ssl|websocket|webengine' || true)
    [ -z "$calls$libraries" ] || { echo "$program imports: $calls $libraries"; wrong=1; }
done
found=$(grep -rnE 'QtNetwork|<Q(Network|Tcp|Udp|Ssl|LocalS|Web|Host|Dns)[A-Za-z]*>|netinet/|netdb\.h|arpa/inet|openUrl' \
    "$top/app" "$top/core" --include='*.cpp' --include='*.h' --include='CMakeLists.txt' || true)
[ -z "$found" ] || { echo "$found"; wrong=1; }
exit $wrong
