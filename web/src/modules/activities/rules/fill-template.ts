/** What a template's placeholders stand for on the record in hand; what is not known becomes a blank. */
export interface TemplateFacts {
  /** 称呼 of the contact. */
  readonly contact?: string | undefined;
  readonly company?: string | undefined;
  readonly me: string;
  /** The day of the next step, in words. */
  readonly date?: string | undefined;
}

const names: Readonly<Record<string, keyof TemplateFacts>> = {
  称呼: 'contact',
  name: 'contact',
  公司: 'company',
  company: 'company',
  我: 'me',
  me: 'me',
  日期: 'date',
  date: 'date',
};

/** The placeholders as people of a language write them. */
export const placeholders = { 'zh-CN': '{称呼} {公司} {我} {日期}', en: '{name} {company} {me} {date}' } as const;

/** A template with its placeholders filled in; those nothing is known for become blanks such as 【日期】. */
export function fillTemplate(text: string, facts: TemplateFacts): string {
  return text.replace(/\{([^{}]{1,10})\}/g, (whole, name: string) => {
    const fact = names[name.toLowerCase()];
    return fact === undefined ? whole : (facts[fact] ?? `【${name}】`);
  });
}

/** Where the next blank of a text begins and ends, from a place on; the first one again after the last. */
export function nextBlank(text: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const blanks = [...text.matchAll(/【[^【】\n]{1,40}】/g)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  return blanks.find(({ start }) => start >= from) ?? blanks[0];
}
