/** Hands a fetched file to the browser to keep under its name. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken over the address by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
