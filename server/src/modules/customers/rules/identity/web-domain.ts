/** Domains where anybody has a mailbox or a page: they say nothing of a company. */
const everybodys = new Set(
  'qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net 188.com sina.com sina.cn vip.sina.com sohu.com tom.com 139.com 189.cn wo.cn 21cn.com aliyun.com 263.net china.com gmail.com googlemail.com outlook.com hotmail.com live.com live.cn msn.com icloud.com me.com mac.com yahoo.com yahoo.cn yahoo.com.cn yahoo.co.jp aol.com mail.com mail.ru yandex.ru yandex.com gmx.de gmx.net web.de proton.me protonmail.com zoho.com naver.com hanmail.net taobao.com tmall.com 1688.com alibaba.com jd.com weixin.qq.com weibo.com baidu.com douyin.com linkedin.com facebook.com github.io wixsite.com wordpress.com'.split(
    ' ',
  ),
);

/** Endings under which companies register: the name stands one label further left. */
const secondLevel = /^(?:com|net|org|gov|edu|ac|co|or|ne|go)\.[a-z]{2}$/;

/** The domain somebody registered, of a host: mail.sh.huaxin.com.cn → huaxin.com.cn. Undefined for addresses in digits. */
function registered(host: string): string | undefined {
  const labels = host.split('.');
  if (labels.length < 2 || /^\d+$/.test(labels.at(-1) ?? '')) return undefined;
  const ending = labels.slice(-2).join('.');
  const size = secondLevel.test(ending) ? 3 : 2;
  return labels.length < size ? undefined : labels.slice(-size).join('.');
}

function companyDomain(host: string): string | undefined {
  const domain = registered(host);
  return domain === undefined || everybodys.has(domain) || everybodys.has(host) ? undefined : domain;
}

/** The company's domain behind an e-mail address; undefined for free mailboxes. */
export const mailDomain = (email: string): string | undefined =>
  companyDomain(email.slice(email.lastIndexOf('@') + 1).toLowerCase());

/** The company's domain of a web address with or without https:// and www; undefined for shops and social pages. */
export function webDomain(address: string): string | undefined {
  const typed = address.normalize('NFKC').trim().toLowerCase();
  const host = URL.parse(/^[a-z]+:\/\//.test(typed) ? typed : `https://${typed}`)?.hostname ?? '';
  return host.includes('.') ? companyDomain(host.replace(/^www\./, '')) : undefined;
}
