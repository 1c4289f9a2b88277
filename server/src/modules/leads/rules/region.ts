import type { Why } from '@dealtrail/protocol/kernel';
import { z } from 'zod';
import { fold, tells } from './need-words.ts';
import { why } from './why.ts';

/** The organisation's sales regions (大区), each with the provinces it takes; a province belongs to one region. */
export const RegionMap = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1).max(40),
      aliases: z.array(z.string().trim().min(1)),
      provinces: z.array(z.string().trim().min(2)).min(1),
    }),
  )
  .refine(
    (regions) =>
      new Set(regions.flatMap((region) => region.provinces)).size ===
      regions.flatMap((region) => region.provinces).length,
    {
      error: 'province_in_two_regions',
    },
  );
export type RegionMap = z.infer<typeof RegionMap>;

export interface LeadPlace {
  readonly region?: string | null;
  readonly province?: string | null;
  readonly city?: string | null;
}

export interface LeadRegion {
  /** Name of a region of the map; or what a person typed where the map does not know it. */
  readonly region?: string;
  readonly province?: string;
  readonly city?: string;
  readonly why: readonly Why[];
}

/** Reads a place from free text, as customers' `findPlace` does. */
export type FindPlace = (text: string) => { readonly province: string; readonly city?: string } | undefined;

const bare = (text: string): string => fold(text).replace(/(?:大区|地区|区域|区)$|[\s_-]+|(?: region)$/g, '');

function regionNamed(text: string, map: RegionMap): string | undefined {
  const wanted = bare(text);
  return map.find((region) => [region.name, ...region.aliases].some((name) => bare(name) === wanted))?.name;
}

/**
 * Province, city and region of a lead from what was typed (R3): a region told in words wins, else the province decides.
 * Places the list does not know stay as they were typed.
 */
export function regionOf(place: LeadPlace, map: RegionMap, findPlace: FindPlace): LeadRegion {
  const typedProvince = tells(place.province) ? place.province.trim() : '';
  const typedCity = tells(place.city) ? place.city.trim() : '';
  const typedRegion = tells(place.region) ? place.region.trim() : '';
  const told = regionNamed(typedRegion, map);
  const found =
    findPlace(typedProvince + typedCity) ??
    findPlace(typedCity) ??
    (told === undefined ? findPlace(typedRegion) : undefined);
  const province = found?.province ?? typedProvince;
  const city = found?.city ?? typedCity;
  const derived = map.find((region) => region.provinces.includes(province))?.name;
  const region = told ?? derived ?? typedRegion;
  return {
    ...(region === '' ? {} : { region }),
    ...(province === '' ? {} : { province }),
    ...(city === '' ? {} : { city }),
    why: explain({ told, derived, typedRegion, province }),
  };
}

function explain(read: {
  told: string | undefined;
  derived: string | undefined;
  typedRegion: string;
  province: string;
}): Why[] {
  if (read.told !== undefined) return [why('leads.why.region.told', { region: read.told })];
  if (read.derived !== undefined)
    return [why('leads.why.region.by_province', { province: read.province, region: read.derived })];
  if (read.typedRegion !== '') return [why('leads.why.region.unlisted', { region: read.typedRegion })];
  return [why('leads.why.region.unknown')];
}
