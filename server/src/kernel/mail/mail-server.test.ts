import { expect, test } from 'vitest';
import { ConfigRefused } from '../config/config.ts';
import { readMailServer } from './mail-server.ts';

test.each([
  [
    'smtps://u:p@mail.example.com',
    { host: 'mail.example.com', port: 465, tls: 'implicit', auth: { user: 'u', pass: 'p' } },
  ],
  [
    'smtp://u%40x.cn:p%2Fw@mail.example.com',
    { host: 'mail.example.com', port: 587, tls: 'required', auth: { user: 'u@x.cn', pass: 'p/w' } },
  ],
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 25, tls: 'required', auth: undefined }],
  ['smtp://relay.local:2525?tls=off', { host: 'relay.local', port: 2525, tls: 'off', auth: undefined }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'off', auth: undefined }],
  ['smtp://u:p@127.0.0.1:1025', { host: '127.0.0.1', port: 1025, tls: 'off', auth: { user: 'u', pass: 'p' } }],
  ['smtp://[::1]:1025', { host: '::1', port: 1025, tls: 'off', auth: undefined }],
  ['smtp://127.0.0.1:1025?tls=required', { host: '127.0.0.1', port: 1025, tls: 'required', auth: undefined }],
  ['smtp://127.evil.example', { host: '127.evil.example', port: 25, tls: 'required', auth: undefined }],
])('%s is understood', (address, server) => {
  expect(readMailServer(address)).toEqual(server);
});

test.each([
  'mail.example.com',
  'http://mail.example.com',
  'smtp://',
  'smtp://u:secret@relay.local?tls=off',
  'smtp://u:secret%zz@mail.example.com',
  'smtp://u:secret@mail.example.com?tls=maybe',
])('%s is refused without repeating the password', (address) => {
  expect(() => readMailServer(address)).toThrow(ConfigRefused);
  expect(() => readMailServer(address)).not.toThrow(/secret/);
});
