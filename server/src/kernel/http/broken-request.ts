import type { Socket } from 'node:net';
import { problemBody } from './problem.ts';

const STATUS: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', '请求头太大。 The request headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', '请求没有在规定时间内发完。 The request was not sent in time.'],
};

const OTHERWISE = [400, 'Bad Request', '这不是有效的 HTTP 请求。 This is no valid HTTP request.'] as const;

/** Answers what never became a request (a header too large, not HTTP at all) as every refusal is answered, and hangs up. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const [status, phrase, title] = STATUS[error.code ?? ''] ?? OTHERWISE;
  const body = JSON.stringify(problemBody('malformed_request', status, title, {}));
  socket.end(
    `HTTP/1.1 ${status} ${phrase}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
