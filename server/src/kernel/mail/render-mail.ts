import type { MailKind, MailLocale, MailWords } from './mail-words.ts';
import { momentText } from './moment-text.ts';
import { mailWordsEn } from './words-en.ts';
import { mailWordsZh } from './words-zh.ts';

/**
 * The values of a mail. Names ending in `At` are instants (RFC 3339) and are shown in `zone`; `link` is the address
 * behind the button. A name ending in `Zh` or `En` is the value in that language: `clockNameEn` stands for `clockName`
 * in an English mail. What a template mentions and nobody gave is left out with its line, so optional values stay away.
 */
export type MailParams = Readonly<Record<string, string | number>>;

export type RenderedMail = { subject: string; text: string; html: string };

const words: Record<MailLocale, MailWords> = { zh: mailWordsZh, en: mailWordsEn };

/**
 * Words a mail as plain text and as HTML with the same content. Templates know no logic: a line, fact or button whose
 * value is missing is left out. Values are text, never markup; a link that is not http(s) is not offered. Throws
 * RangeError for an instant or zone that is none.
 */
export function renderMail(kind: MailKind, locale: MailLocale, params: MailParams): RenderedMail {
  const { footer } = words[locale];
  const template = words[locale][kind];
  const values = readable(params, locale);
  const subject = filled(template.subject, values, 'keep');
  const lines = template.lines.map((line) => filled(line, values, 'drop')).filter((line) => line !== '');
  const facts = template.facts
    .map(([label, value]) => [label, filled(value, values, 'drop')] as const)
    .filter(([, value]) => value !== '');
  const link = safeLink(values.get('link'));
  const separator = locale === 'zh' ? '：' : ': ';
  const text = [
    ...lines,
    facts.map(([label, value]) => `${label}${separator}${value}`).join('\n'),
    link && `${template.action}${separator}${link}`,
    footer,
  ];
  return {
    subject,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: page(locale, [
      ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
      factTable(facts),
      link ? button(template.action, link) : '',
      `<p style="color:#667085;font-size:12px">${escapeHtml(footer)}</p>`,
    ]),
  };
}

function readable(params: MailParams, locale: MailLocale): Map<string, string> {
  const zone = String(params['zone'] ?? 'Asia/Shanghai');
  const own = locale === 'zh' ? 'Zh' : 'En';
  const inOwnWords = Object.entries(params).flatMap(([name, value]) =>
    name.endsWith(own) ? [[name.slice(0, -2), value] as const] : [],
  );
  return new Map(
    [...Object.entries(params), ...inOwnWords]
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, name.endsWith('At') ? momentText(String(value), zone, locale) : String(value)]),
  );
}

// A subject is needed in any case, so there a missing value leaves a dash.
function filled(template: string, values: Map<string, string>, missing: 'keep' | 'drop'): string {
  let complete = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    complete &&= value !== undefined;
    return value ?? '—';
  });
  return complete || missing === 'keep' ? text : '';
}

function safeLink(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined;
  const { protocol, href } = new URL(link);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll('\n', '<br>');
}

function factTable(facts: (readonly [string, string])[]): string {
  const cell = 'style="padding:4px 16px 4px 0;vertical-align:top"';
  const rows = facts.map(
    ([label, value]) => `<tr><td ${cell}>${escapeHtml(label)}</td><td ${cell}>${escapeHtml(value)}</td></tr>`,
  );
  return rows.length > 0 ? `<table role="presentation">${rows.join('')}</table>` : '';
}

function button(label: string, link: string): string {
  const style =
    'display:inline-block;padding:10px 20px;background:#1f5eff;color:#ffffff;text-decoration:none;border-radius:6px';
  return `<p><a href="${escapeHtml(link)}" style="${style}">${escapeHtml(label)}</a></p>`;
}

function page(locale: MailLocale, parts: string[]): string {
  const font = "font:14px/1.6 -apple-system,'PingFang SC','Microsoft YaHei',sans-serif;color:#101828";
  const language = locale === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="${font}">${parts.join('')}</body></html>`;
}
