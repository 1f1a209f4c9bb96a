/** Bytes of a request's body; a route that takes files has a limit of its own. */
export const BODY_LIMIT = 1_048_576;
