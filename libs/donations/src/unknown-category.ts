/** Before a category that no list knows: such a lot waits for a person and may lack its label, which the database checks too. */
export const UNKNOWN_CATEGORY = 'unknown:';
