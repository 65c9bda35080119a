import { BlockList, isIPv6 } from 'node:net';
import { isIn, networksOf } from '../../config/networks.js';

/** Addresses inside somebody's house, of one machine only, or of nobody: what a receiver on the internet never has. */
const NOT_PUBLIC = networksOf(
  [
    '0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,192.168.0.0/16',
    '198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/4,240.0.0.0/4',
    // the last five carry an IPv4 address, or none that leads anywhere
    '::/128,::1/128,fc00::/7,fe80::/10,fec0::/10,ff00::/8,64:ff9b::/96,64:ff9b:1::/48,2001::/32,2002::/16,2001:db8::/32',
  ].join(','),
) as BlockList;

export type Reach = 'public' | 'allowed' | 'refused';

/** @param allowed networks of the setting WEBHOOK_NETWORKS @param address of IP version 4 or 6 */
export function reachOf(address: string, allowed: BlockList): Reach {
  const plain = withoutZone(address);
  if (isIn(allowed, plain)) return 'allowed';
  return isIn(NOT_PUBLIC, plain) ? 'refused' : 'public';
}

const withoutZone = (address: string): string => (isIPv6(address) ? address.replace(/%.*$/, '') : address);
