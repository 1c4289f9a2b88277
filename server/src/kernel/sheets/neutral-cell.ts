/** What a spreadsheet program may take for the start of a formula, in half and full width. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const phone = /^\+\d[\d ().-]*$/;
const negativeNumber = /^-\d[\d,]*(?:\.\d+)?%?$/;

/**
 * Makes a CSV cell harmless to programs that compute on opening: a leading apostrophe before anything that could start
 * a formula. Phone numbers such as +86 138… and negative numbers compute nothing and stay as they are.
 */
export function neutralCell(cell: string): string {
  if (!formulaStart.test(cell) || phone.test(cell) || negativeNumber.test(cell)) return cell;
  return `'${cell}`;
}
