import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A website that is not ours: one page of HTML at an origin of its own, until `end`. */
export async function serveForeignPage(html: () => string): Promise<{ address: string; end: () => Promise<void> }> {
  const server = createServer((_request, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(html());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const end = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}`, end };
}
