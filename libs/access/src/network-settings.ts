/** What one network decides for itself; stored with the network, changed by its admin. */
export interface NetworkSettings {
  /** A group that never answered the call takes part with its registered households. */
  readonly silentGroupsTakePart: boolean;
  /** Declared households above the registered ones by more than this need a person's word before they count. */
  readonly unexplainedGrowthPercent: number;
}

export const DEFAULT_SETTINGS: NetworkSettings = { silentGroupsTakePart: false, unexplainedGrowthPercent: 30 };
