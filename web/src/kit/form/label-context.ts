import { createContext } from 'react';

/** Label of the field around an input, for parts that a `label` element cannot name. */
export const LabelContext = createContext<string | undefined>(undefined);
