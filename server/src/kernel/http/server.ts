import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Services } from '../house/services.ts';
import { bindRoutes, newRequestId } from './bind.ts';
import { addSecurityHeaders } from './headers.ts';
import { FILE_LIMIT_BYTES } from './limits/file-limit.ts';
import { openApiOf } from './openapi.ts';
import { openApiPage } from './openapi-page.ts';
import { serveWeb } from './pages.ts';
import { problem } from './problem.ts';
import { answerBrokenRequest } from './broken-request.ts';
import { receiveTypedForms } from './receive-form.ts';
import { answerError } from './refusals.ts';

/** Largest JSON body; the largest legitimate one is a page of assignment rules. */
const JSON_LIMIT_BYTES = 1_048_576;

/** Makes the web server of one process: limits, headers, problems, every verb, and the pages. */
export async function createServer(
  services: Services,
  log: FastifyInstance['log'] | false,
  webDirectory: string | undefined,
): Promise<FastifyInstance> {
  const book = {
    statuses: services.registry.statuses,
    messages: services.registry.messages,
    constraints: services.registry.constraints,
  };
  const app = fastify({
    ...(log ? { loggerInstance: log } : { logger: false }),
    bodyLimit: JSON_LIMIT_BYTES,
    trustProxy: services.config.trustedProxies.length > 0 ? [...services.config.trustedProxies] : false,
    clientErrorHandler: answerBrokenRequest,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    genReqId: newRequestId,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
    // A path that cannot be decoded reaches no route, and must answer as one would.
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, book),
  });
  // A cross-site form can send text/plain; nothing of ours does.
  app.removeContentTypeParser('text/plain');
  receiveTypedForms(app);
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 10, fieldSize: 200_000, parts: 12 },
  });
  addSecurityHeaders(app, services.config.publicUrl.startsWith('https:'));
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, book));
  app.setNotFoundHandler((request, reply) => answerError(problem('not_found'), request, reply, book));
  bindRoutes(app, services);
  const document = openApiOf(services.registry);
  app.get('/api/v1/openapi.json', async () => document);
  app.get('/api/v1/docs', async (_request, reply) => {
    const page = openApiPage(document);
    reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', page.policy);
    return page.html;
  });
  if (webDirectory) await serveWeb(app, webDirectory);
  return app;
}
