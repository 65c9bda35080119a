import { PrimaryColumn } from 'typeorm';

/** What every row of every feature starts with: the city, then the row's own id (uuid v7, made by the application). */
export abstract class TenantRow {
  @PrimaryColumn('text')
  tenant: string;

  @PrimaryColumn('uuid')
  id: string;
}
