/** Which addresses of the network we may be sent to by an address that somebody else typed: the public ones, and no other. */
import { BlockList, isIP } from 'node:net'

/** Ourselves, our neighbours, our provider, everybody at once, nobody (RFC 6890 and the registry of the IANA). */
const reservedV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Only 2000::/3 is routed to anybody; within it, what carries an IPv4 address or stands in examples is left out. */
const routedV6 = ['2000::', 3] as const
const reservedV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const blocked = new BlockList()
for (const [net, prefix] of reservedV4) blocked.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of reservedV6) blocked.addSubnet(net, prefix, 'ipv6')

const routed = new BlockList()
routed.addSubnet(...routedV6, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** What is no address, or names an interface of ours (fe80::1%eth0), is not public. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4')
  if (isIP(address) !== 6 || address.includes('%')) return false
  return routed.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}

export function isLoopbackAddress(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && loopback.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
