import { expect, test } from 'vitest';
import { ConfigRefused, readConfig } from './config.ts';

test('without settings it serves this machine alone', () => {
  expect(readConfig({}, '/srv')).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    trustedProxies: [],
    databaseUrl: undefined,
  });
});

test('proxies are addresses or networks', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: ' 10.0.0.0/8, 192.0.2.1 ,2001:db8::/32' }, '/srv');
  expect(trustedProxies).toEqual(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32']);
});

test.each([
  ['PORT', 'http'],
  ['PUBLIC_URL', 'crm.example.com'],
  ['REQUESTS_PER_MINUTE', '10'],
  ['REQUESTS_PER_MINUTE', 'many'],
  ['TRUSTED_PROXIES', 'nginx'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
])('%s=%s is refused with the setting and what to write', (name, value) => {
  expect(() => readConfig({ [name]: value }, '/srv')).toThrow(ConfigRefused);
  expect(() => readConfig({ [name]: value }, '/srv')).toThrow(new RegExp(name));
});
