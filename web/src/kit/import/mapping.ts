/** One column of the file with its first values. */
export interface FileColumn {
  readonly header: string;
  readonly samples: readonly string[];
}

/** One field a column may become. */
export interface ImportTarget {
  readonly key: string;
  readonly label: string;
  readonly required?: boolean;
}

/** From column header to field. */
export type Mapping = Readonly<Record<string, string>>;

/** Fields no column has been given to, though they must have one. */
export function missingTargets(targets: readonly ImportTarget[], mapping: Mapping): readonly ImportTarget[] {
  const given = new Set(Object.values(mapping));
  return targets.filter((target) => target.required && !given.has(target.key));
}

/** Gives a column to a field, or to none; a field that another column had is taken from it. */
export function give(mapping: Mapping, header: string, key: string | undefined): Mapping {
  const kept = Object.entries(mapping).filter(([other, field]) => other !== header && field !== key);
  return Object.fromEntries(key ? [...kept, [header, key]] : kept);
}
