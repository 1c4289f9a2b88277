/** Grows whenever `keysOf` makes other keys of the same facts, so that leads and customers of before are made anew. */
export const IDENTITY_VERSION = 1;
