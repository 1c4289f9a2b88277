import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';
import { maskPeer, nearnessOf } from './place.ts';

const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

test.each([
  [windows, 'chrome', 'windows'],
  [`${windows} Edg/126.0.0.0`, 'edge', 'windows'],
  [`${windows} wxwork/4.1.22`, 'wecom', 'windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1',
    'safari',
    'ios',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.49',
    'wechat',
    'ios',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; HUAWEI) AppleWebKit/537.36 Chrome/114 Mobile Safari/537.36 AliApp(DingTalk/7.5)',
    'dingtalk',
    'android',
  ],
  ['Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114.0 Safari/537.36', 'chrome', 'harmony'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:127.0) Gecko/20100101 Firefox/127.0', 'firefox', 'macos'],
  ['curl/8.5', 'other', 'other'],
  [null, 'other', 'other'],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});

test.each([
  ['203.0.113.7', '203.0.113.*', 'internet'],
  ['::ffff:203.0.113.7', '203.0.113.*', 'internet'],
  ['127.0.0.1', '127.0.0.*', 'machine'],
  ['::1', '::*', 'machine'],
  ['192.168.3.20', '192.168.3.*', 'network'],
  ['172.20.1.1', '172.20.1.*', 'network'],
  ['172.40.1.1', '172.40.1.*', 'internet'],
  ['fd12:3456:789a:1::1', 'fd12:3456:789a::*', 'network'],
  ['2001:db8:a1:7::9', '2001:db8:a1::*', 'internet'],
  ['nowhere', '', 'internet'],
])('%s shows as %s, near: %s', (peer, shown, near) => {
  expect([maskPeer(peer), nearnessOf(peer)]).toEqual([shown, near]);
});
