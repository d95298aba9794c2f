#!/bin/sh
# Brings a configuration downloaded from the demo up in the namespace of a customer's device.
# The interface is made outside and moved in, so that its datagrams stay on loopback.
set -eu
if [ $# -ne 1 ]; then
  echo "usage: sh $0 DEVICE.conf" >&2
  exit 2
fi
file=$1
namespace=${NAMESPACE}
interface=${INTERFACE}

if ip -n "$namespace" link show "$interface" >/dev/null 2>&1; then
  ip -n "$namespace" link delete "$interface"
fi
ip link add "$interface" type wireguard 2>/dev/null || wireguard-go "$interface" >/dev/null 2>&1
wg-quick strip "$file" | wg setconf "$interface" /dev/stdin
ip link set "$interface" netns "$namespace"

# The values of a key, without the commas between them.
values() {
  sed -n "s/^$1 *= *//p" "$file" | tr ',' ' '
}

for address in $(values Address); do
  ip -n "$namespace" address add "$address" dev "$interface"
done
for mtu in $(values MTU); do
  ip -n "$namespace" link set "$interface" mtu "$mtu"
done
ip -n "$namespace" link set "$interface" up
for network in $(values AllowedIPs); do
  ip -n "$namespace" route add "$network" dev "$interface"
done
