/** Largest uploaded file. */
export const FILE_LIMIT_BYTES = 20 * 1_048_576;
