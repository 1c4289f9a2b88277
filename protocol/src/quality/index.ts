export { creditCodeCheck, normalizeCreditCode } from './credit-code.ts';
export { companyNameHint, creditCodeHint, emailHint, needHint, phoneHint } from './hints.ts';
