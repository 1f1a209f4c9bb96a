/** 締めた月 */
export class ClosedMonthDto {
  /** YYYY-MM */
  month: string;
  closedAt: Date;
  closedBy: string;
}
