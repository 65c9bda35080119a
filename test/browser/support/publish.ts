import { expect, type Page } from '@playwright/test';
import { rows } from './rows';

/** Publishes a drawing as the administrator whose page it is. */
export async function publish(admin: Page, key: string, name: string, xml: string): Promise<void> {
  const session = await admin.request.get('/api/v1/taishan/session');
  const headers = { 'X-CSRF-Token': ((await session.json()) as { csrfToken: string }).csrfToken };
  const at = '/api/v1/taishan/definitions';
  const created = await admin.request.post(at, { headers, data: { key, name, xml } });
  expect(created.status(), await created.text()).toBe(201);
  const data = { xml, note: '试用', basedOn: 0 };
  const published = await admin.request.post(`${at}/${key}/versions`, { headers, data });
  expect(published.status(), await published.text()).toBe(201);
}

/** From now on what a unit owes runs through this flow. @returns numbers of what it has not begun */
export async function bindUnit(unitId: string, key: string): Promise<string[]> {
  await rows(
    `INSERT INTO binding (tenant, id, kind, unit_id, definition_key)
     SELECT DISTINCT ON (kind) 'taishan', gen_random_uuid(), kind, $1, $2 FROM obligation WHERE unit_id = $1`,
    [unitId, key],
  );
  const found = await rows<{ number: string }>(
    `SELECT number FROM obligation WHERE unit_id = $1 AND status = 'pending' ORDER BY number`,
    [unitId],
  );
  return found.map(({ number }) => number);
}
