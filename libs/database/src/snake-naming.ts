import { DefaultNamingStrategy } from 'typeorm';

/** `approvedHouseholds` in code is `approved_households` in the database. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
