let offset = 0;

/** Learns the server's time from an answer, so that clocks on a wrong machine still show what the server counts. */
export function setServerNow(instant: string): void {
  const at = Date.parse(instant);
  if (!Number.isNaN(at)) offset = at - Date.now();
}

/** The present moment in ms by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}
