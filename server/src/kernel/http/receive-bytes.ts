import type { FastifyInstance } from 'fastify';

/** Largest body another system posts as it likes; a lead with a long need takes 16 kB. */
const FOREIGN_LIMIT_BYTES = 65_536;

/** Hands bodies of every kind on as the bytes that were sent: what is wrong with them is for the verb to say. */
export function receiveBytes(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FOREIGN_LIMIT_BYTES }, (_request, body, done) =>
    done(null, body),
  );
}
