import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAddresses, foldAddress } from './address.ts';
import { compareCompanyWords, companySounds } from './company-words.ts';
import { comparePersons, foldPersonName, personSounds } from './person-name.ts';
import { soundOf, wordLikeness, wordsOf } from './words.ts';

const persons = (one: string, other: string) => {
  const { likeness, differ } = comparePersons(foldPersonName(one), foldPersonName(other));
  return differ ? 'two' : likeness >= 0.8 ? 'one' : 'open';
};

describe('names of people', () => {
  test.each([
    ['one', 'Marta Ilves', 'Ilves, Marta'],
    ['one', 'Marta Ilves', 'marta  ILVES'],
    ['one', 'Marta Ilves', 'Márta Ilvés'],
    ['one', 'Marta Ilves', 'MartaIlves'],
    ['one', 'Marta Ilves', 'Matra Ilves'],
    ['one', 'Marta Ilves', 'Marta Johanna Ilves'],
    ['one', 'Marta J. Ilves', 'Marta Johanna Ilves'],
    ['one', 'M. Ilves', 'Marta Ilves'],
    ['one', 'Марта Ильвес', 'Marta Ilves'],
    ['one', 'Dr. Marta Ilves', 'Marta Ilves'],
    ['two', 'Marta Ilves', 'Marta Kuusik'],
    ['two', 'Marta O. Ilves', 'Marta Johanna Ilves'],
    ['two', 'Marta Ilves', 'Jaan Tamm'],
    ['open', 'Ilves', 'Marta Ilves'],
    ['one', '王建国', '王建国'],
    ['two', '王建国', '王建华'],
    ['open', '王总', '王建国'],
    ['one', '王建国', '王建国经理'],
    ['two', '王总', '李建国'],
    ['open', '王总', '王总'],
  ])('%s: %s and %s', (expected, one, other) => {
    expect([persons(one, other), persons(other, one)]).toEqual([expected, expected]);
  });
});

describe('names of companies in Latin letters', () => {
  test.each([
    ['near', 'lanshi precision moulds', 'lanshi precison moulds'],
    ['near', 'van der lan', 'vanderlan'],
    ['near', 'lanshi', 'lanshi precision'],
    ['near', 'first lanshi works', '1st lanshi works'],
    ['apart', 'lanshi systems', 'lanshi industries'],
    ['apart', 'lanshi works ii', 'lanshi works iii'],
    ['apart', 'lanshi works ii', 'lanshi works'],
    ['apart', 'management company', 'lanshi management company'],
    ['apart', 'lanshi hong kong', 'lanshi singapore'],
    ['related', 'lanshi', 'lanshi mexico'],
    ['apart', 'snow', 'snoe'],
  ])('%s: %s and %s', (expected, one, other) => {
    const said = (found: ReturnType<typeof compareCompanyWords>) =>
      found === 'related' ? 'related' : found === undefined ? 'apart' : 'near';
    expect([said(compareCompanyWords(one, other)), said(compareCompanyWords(other, one))]).toEqual([
      expected,
      expected,
    ]);
  });
});

describe('addresses', () => {
  test.each([
    ['one', '12 Ventura Blvd.', '12 ventura boulevard'],
    ['one', '99 E. 52nd St.', '99 52 street'],
    ['one', '12 Ventura Blvd.', '12 Ventrua Blvd.'],
    ['two', '12 Ventura Blvd.', '880 Ventura Blvd.'],
    ['two', '12 Ventura Blvd.', '12 Melrose Ave.'],
    ['one', '苏州市工业园区星湖街328号', '苏州工业园区星湖街328号'],
    ['two', '苏州市工业园区星湖街328号', '苏州市工业园区星湖街218号'],
  ])('%s: %s and %s', (expected, one, other) => {
    const { likeness, differ } = compareAddresses(foldAddress(one), foldAddress(other));
    expect(differ ? 'two' : likeness >= 0.7 ? 'one' : 'open').toBe(expected);
  });
});

test('a word is found by how it is heard', () => {
  expect(soundOf('zelenskyy')).toBe(soundOf('selenskyj'));
  expect(personSounds('wolodymyr selenskyj')).toEqual(expect.arrayContaining(personSounds('volodymyr zelenskyy')));
  expect(companySounds('crystalord')).toEqual(companySounds('cristalord'));
});

test('no text makes a comparison throw, it is the same both ways round, and likeness stays between 0 and 1', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('Marta Ilves', '王总', 'A B', ''),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [mine, theirs] = [foldPersonName(one), foldPersonName(other)];
      expect(comparePersons(mine, theirs)).toEqual(comparePersons(theirs, mine));
      const places = compareAddresses(foldAddress(one), foldAddress(other));
      expect(places.likeness).toBeGreaterThanOrEqual(0);
      expect(wordLikeness(mine, theirs)).toBe(wordLikeness(theirs, mine));
      expect(wordsOf(one).every((word) => word !== '')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
