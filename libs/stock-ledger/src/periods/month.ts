/** A calendar month as `YYYY-MM`; such strings sort as the months do. */
export type Month = string;

export function isMonth(text: string): text is Month {
  return /^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])$/.test(text);
}

export function monthAfter(month: Month): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** Japanese midnight of the month's first day: the month before ends there. */
export function startOfMonth(month: Month): Date {
  return new Date(`${month}-01T00:00:00+09:00`);
}

/** From the first month to the last, both of them. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}
