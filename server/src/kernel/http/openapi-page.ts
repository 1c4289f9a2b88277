import { createHash } from 'node:crypto';
import type { OpenApi } from './openapi.ts';

const STYLE = `body{font:15px/1.6 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#161a19;background:#fff}
h2{margin:2.5rem 0 .5rem;border-bottom:1px solid #d0d5d3}details{border-bottom:1px solid #e6e9e8;padding:.5rem 0}
summary{cursor:pointer}code,pre{font:13px/1.5 ui-monospace,monospace}pre{background:#f4f5f5;padding:.75rem;overflow:auto}
b{display:inline-block;min-width:4.5rem;color:#0b6a62}small{color:#4a5250}
@media(prefers-color-scheme:dark){body{background:#0f1211;color:#e7ebea}pre{background:#171b1a}b{color:#52bdb0}small{color:#afb8b5}h2,details{border-color:#272d2b}}`;

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

type Entry = Record<string, unknown> & { operationId: string; tags: string[]; summary: string };

function entryHtml(method: string, path: string, entry: Entry): string {
  const { operationId, tags: _tags, summary, ...rest } = entry;
  return `<details id="${escape(operationId)}"><summary><b>${method.toUpperCase()}</b> <code>${escape(path)}</code> ${escape(summary)}</summary>
<p><small>${escape(operationId)}, ${escape(String(rest['x-permission']))}</small></p><pre>${escape(JSON.stringify(rest, null, 2))}</pre></details>`;
}

/** The description as a page for people: no script, works offline; its style is allowed by its hash. */
export function openApiPage(document: OpenApi): { html: string; policy: string } {
  const chapters = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, entry] of Object.entries(methods)) {
      const chapter = (entry as Entry).tags[0] ?? '';
      chapters.set(chapter, [...(chapters.get(chapter) ?? []), entryHtml(method, path, entry as Entry)]);
    }
  }
  const body = [...chapters]
    .map(([chapter, entries]) => `<section><h2>${escape(chapter)}</h2>${entries.join('')}</section>`)
    .join('');
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dealtrail API</title><meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>
<body><main><h1>Dealtrail API</h1><p>${escape(String(document.info.description))} <a href="/api/v1/openapi.json">openapi.json</a></p>${body}</main></body></html>`,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
  };
}
