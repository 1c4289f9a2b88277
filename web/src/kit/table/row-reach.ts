import { createContext } from 'react';

/** Whether the keyboard is on the row around: its controls are in the tab order. */
export const RowReach = createContext(false);
