/** Why a mail was not accepted: `permanent` means that another try would fail the same way. */
export type MailFailure = { accepted: false; permanent: boolean; reason: string };

const longestReason = 200;

/**
 * Judges an error of sending. Permanent is only what the server answered to this mail with a 5xx; a refused login, a
 * closed door, a broken line or a 4xx may be gone on the next try. The reason is one line for the administrator.
 */
export function judgeFailure(error: unknown): MailFailure {
  const { code, command, responseCode, response, message } = factsOf(error);
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const permanent = aboutThisMail && responseCode >= 500 && !/^(?:CONN|AUTH|EHLO|HELO|STARTTLS)/.test(command);
  const words = response || message || 'unknown';
  return { accepted: false, permanent, reason: oneLine(code ? `${code}: ${words}` : words) };
}

/** Puts foreign words on one short line without control characters. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longestReason);
}

function factsOf(error: unknown) {
  const facts = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const text = (key: string) => (typeof facts[key] === 'string' ? facts[key] : '');
  return {
    code: text('code'),
    command: text('command'),
    response: text('response'),
    message: text('message'),
    responseCode: typeof facts['responseCode'] === 'number' ? facts['responseCode'] : 0,
  };
}
