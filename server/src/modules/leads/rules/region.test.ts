import { expect, test } from 'vitest';
import { defaultRegions } from './default-regions.ts';
import { type FindPlace, type LeadPlace, RegionMap, regionOf } from './region.ts';

const known: Record<string, { province: string; city?: string }> = {
  广东省: { province: '广东' },
  广东省深圳市: { province: '广东', city: '深圳' },
  深圳: { province: '广东', city: '深圳' },
  Shanghai: { province: '上海' },
  四川: { province: '四川' },
};
const findPlace: FindPlace = (text) => known[text];
const read = (place: LeadPlace) => regionOf(place, defaultRegions, findPlace);

test.each<[LeadPlace, string | undefined, string | undefined, string | undefined, string]>([
  [{ province: '广东省', city: '深圳市' }, '华南', '广东', '深圳', 'by_province'],
  [{ city: '深圳' }, '华南', '广东', '深圳', 'by_province'],
  [{ province: 'Shanghai' }, '华东', '上海', undefined, 'by_province'],
  [{ region: '四川' }, '西南', '四川', undefined, 'by_province'],
  [{ region: '华东地区' }, '华东', undefined, undefined, 'told'],
  [{ region: 'South China' }, '华南', undefined, undefined, 'told'],
  [{ region: '华东', province: '广东省' }, '华东', '广东', undefined, 'told'],
  [{ region: '海外', city: 'Mumbai' }, '海外', undefined, 'Mumbai', 'unlisted'],
  [{ city: 'Select' }, undefined, undefined, undefined, 'unknown'],
  [{}, undefined, undefined, undefined, 'unknown'],
])('%o is region %s', (place, region, province, city, reason) => {
  const result = read(place);
  expect([result.region, result.province, result.city]).toEqual([region, province, city]);
  expect(result.why[0]?.key).toBe(`leads.why.region.${reason}`);
});

test('the shipped regions take every province of China once', () => {
  const provinces = defaultRegions.flatMap((region) => region.provinces);
  expect(provinces).toHaveLength(34);
  expect(new Set(provinces).size).toBe(34);
});

test('a province in two regions is refused', () => {
  const twice = [
    { name: '东', aliases: [], provinces: ['上海'] },
    { name: '南', aliases: [], provinces: ['上海'] },
  ];
  expect(RegionMap.safeParse(twice).success).toBe(false);
});
