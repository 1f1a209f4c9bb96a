/** Bytes of a JSON body. */
export const BODY_LIMIT = 1_048_576;

/** Bytes of a file to take in: a sheet of a hundred thousand lines. */
export const FILE_LIMIT = 16_777_216;
