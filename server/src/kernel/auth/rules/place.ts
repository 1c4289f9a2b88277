import type { Near } from '@dealtrail/protocol/auth';

/** IPv4 inside IPv6 is the same address. */
function plain(peer: string): string {
  return peer.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** An address that tells the network and not the single machine: 203.0.113.* · 2001:db8:a1::*. */
export function maskPeer(peer: string): string {
  const address = plain(peer);
  if (/^\d+(?:\.\d+){3}$/.test(address)) return address.replace(/\.\d+$/, '.*');
  if (!/^[\da-f:]*:[\da-f:.]*$/i.test(address)) return '';
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean).slice(0, 3);
  return groups.length === 0 ? '::*' : `${groups.join(':')}::*`;
}

/** How near an address is: this machine, the company's own network, or somewhere in the internet. */
export function nearnessOf(peer: string): Near {
  const address = plain(peer);
  if (address === '::1' || address.startsWith('127.')) return 'machine';
  if (/^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address)) return 'network';
  return /^(?:f[cd]|fe[89ab])/i.test(address) ? 'network' : 'internet';
}
