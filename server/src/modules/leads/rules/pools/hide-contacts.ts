const HIDDEN = '****';

// Seven digits or more, however they are spaced or written, are a number to call; Chinese digits are ways around it.
const NUMBERS = /[+(（]?\p{Nd}(?:[\s().（）+*\-－—–]*\p{Nd}){6,}/gu;
const DATE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;
const CHINESE_NUMBERS = /[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{7,}/g;
const ADDRESSES = /[^\s,;，；、<>《》"'：:]+[@＠][^\s,;，；、<>《》"']+/g;
// After 微信, 电话, QQ and the like stands an account or a number, whatever it looks like.
const ACCOUNTS =
  /(微信号?|威信|薇信|wechat|weixin|wx|vx|v信|qq|电话|手机|tel|phone|mobile)([\s:：是为号=]*)([\w\-.]{4,})/gi;

/**
 * A text as people read it who may not call yet: numbers, addresses and accounts somebody wrote into it are hidden
 * whole; everything else stays.
 */
export function hideContacts(text: string): string {
  return text
    .replace(ADDRESSES, HIDDEN)
    .replace(NUMBERS, (number) => (DATE.test(number) ? number : HIDDEN))
    .replace(CHINESE_NUMBERS, HIDDEN)
    .replace(ACCOUNTS, (_, word: string, between: string) => `${word}${between}${HIDDEN}`);
}
