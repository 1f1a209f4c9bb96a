/** Stands in every solution, so that a reader knows which engine made it. It changes whenever any output byte may change. */
export const ENGINE = 'wakachi-matching/0.3.0';
