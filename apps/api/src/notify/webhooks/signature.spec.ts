import { newSecret, signatureOf } from './signature.js';

test('the signature is the one of the published example', () => {
  // the example of the Standard Webhooks specification
  const secret = 'whsec_plJ3nmyCDGBKInavdOK15jsl';
  const body = '{"event_type":"ping","data":{"success":true}}';
  expect(signatureOf(secret, 'msg_loFOjxBNrRLzqYUf', 1731705121, body)).toBe(
    'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  );
});

test('another secret, time, id or body gives another signature', () => {
  const given = ['a', 1, '{}'] as const;
  const secret = newSecret();
  const all = [
    signatureOf(secret, ...given),
    signatureOf(newSecret(), ...given),
    signatureOf(secret, 'b', 1, '{}'),
    signatureOf(secret, 'a', 2, '{}'),
    signatureOf(secret, 'a', 1, '{ }'),
  ];
  expect(new Set(all).size).toBe(5);
});
