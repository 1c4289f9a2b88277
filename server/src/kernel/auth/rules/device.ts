import type { Browser, System } from '@dealtrail/protocol/auth';

// The first that fits counts: the apps of Chinese offices name Chrome too, and every browser names another.
const BROWSERS: readonly (readonly [Browser, RegExp])[] = [
  ['wecom', /wxwork/i],
  ['wechat', /micromessenger/i],
  ['dingtalk', /dingtalk/i],
  ['feishu', /lark|feishu/i],
  ['edge', /edg(?:e|a|ios)?\//i],
  ['opera', /opr\//i],
  ['firefox', /firefox|fxios/i],
  ['chrome', /chrome|crios|chromium/i],
  ['safari', /safari/i],
];

const SYSTEMS: readonly (readonly [System, RegExp])[] = [
  ['harmony', /harmonyos|openharmony/i],
  ['android', /android/i],
  ['ios', /iphone|ipad|ipod/i],
  ['windows', /windows/i],
  ['macos', /mac os x|macintosh/i],
  ['linux', /linux|x11/i],
];

/** What a browser says about itself, as a person would say it; `other` for everything else. */
export function deviceOf(userAgent: string | null): { browser: Browser; system: System } {
  const fitting = <Name>(known: readonly (readonly [Name, RegExp])[]) =>
    known.find(([, pattern]) => pattern.test(userAgent ?? ''))?.[0];
  return { browser: fitting(BROWSERS) ?? 'other', system: fitting(SYSTEMS) ?? 'other' };
}
