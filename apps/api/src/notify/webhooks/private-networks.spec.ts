import { networksOf } from '../../config/networks.js';
import { reachOf } from './private-networks.js';

const none = networksOf('')!;

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  '::',
  'fd00::1',
  'fe80::1%eth0',
  '::ffff:127.0.0.1',
  '::ffff:a01:203',
  '64:ff9b::a01:203',
  '2002:7f00:1::',
])('%s is refused', (address) => {
  expect(reachOf(address, none)).toBe('refused');
});

test.each(['8.8.8.8', '172.32.0.1', '2400:3200::1', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(reachOf(address, none)).toBe('public');
});

test('a network of the settings is allowed though it is private, and no other', () => {
  const allowed = networksOf('10.1.0.0/16, 127.0.0.1')!;
  expect(reachOf('10.1.2.3', allowed)).toBe('allowed');
  expect(reachOf('127.0.0.1', allowed)).toBe('allowed');
  expect(reachOf('127.0.0.2', allowed)).toBe('refused');
  expect(reachOf('10.2.2.3', allowed)).toBe('refused');
});

test.each(['10.0.0.0/33', '10.0.0', 'oa.example.cn', '10.0.0.0/8/8', '10.0.0.0/x', '::1/129'])(
  '%s is no network',
  (text) => {
    expect(networksOf(text)).toBeNull();
  },
);
