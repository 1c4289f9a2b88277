/** A mainland mobile number; the country is +86. */
const MOBILE = /^\+86(1[3-9]\d)(\d{4})(\d{4})$/;
/** Any other number of the mainland: area code and number, without the zero that is dialled at home. */
const HOME = /^\+86(\d{5,12})$/;

/** A number as people at home dial and pass it on: 13800002046, 057188881234; one from abroad stays as it is. */
export function dialled(number: string): string {
  const mobile = MOBILE.exec(number);
  if (mobile) return mobile.slice(1).join('');
  const home = HOME.exec(number)?.[1];
  if (!home) return number;
  return home.startsWith('400') || home.startsWith('800') ? home : `0${home}`;
}

/** A number as people read it: 138 0000 2046. */
export function readable(number: string): string {
  const mobile = MOBILE.exec(number);
  return mobile ? mobile.slice(1).join(' ') : dialled(number);
}
