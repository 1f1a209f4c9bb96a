/** Exit codes: 0 to 2 are the contract's, the others follow sysexits where it has one. */
export const EXIT = {
  ok: 0,
  doesNotHold: 1,
  malformed: 2,
  notBuilt: 3,
  usage: 64,
  noInput: 66,
  unavailable: 69,
  bug: 70,
  cannotWrite: 73,
} as const;
