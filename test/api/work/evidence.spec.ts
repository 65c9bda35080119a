import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { BlobStore } from '../../../apps/api/src/evidence/blob-store.js';
import { city, GOOD_FORM, PDF, submitted, type City } from './city.js';
import { compoundFile, zipFile } from './containers.js';

let c: City;
let obligationId: string;
beforeAll(async () => {
  c = await city({ environment: { MAX_UPLOAD_MB: '1' } });
  obligationId = await c.obligation();
  await c.app.listen(0, '127.0.0.1');
});
afterAll(() => c?.close());

const upload = async (content: Buffer, name: string, at = obligationId) =>
  (await c.as('gongan')).post(`/evidence?obligationId=${at}`).attach('file', content, name);

const filesOnDisk = (): string[] =>
  readdirSync(path.join(c.dataDir, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('a file comes back as it went in, as an attachment, with its Chinese name', async () => {
  const sent = await upload(PDF, '培训“签到”表(1).pdf');
  expect(sent.status).toBe(201);
  const sha256 = createHash('sha256').update(PDF).digest('hex');
  expect(sent.body).toMatchObject({
    fileName: '培训“签到”表(1).pdf',
    size: PDF.length,
    sha256,
    mediaType: 'application/pdf',
    uploadedBy: { name: '陈警官' },
  });
  const got = await (
    await c.as('gongan')
  )
    .get(`/evidence/${sent.body.id}/content`)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(got.status).toBe(200);
  expect(Buffer.compare(got.body as Buffer, PDF)).toBe(0);
  expect(got.headers['content-disposition']).toBe(
    `attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('培训“签到”表(1).pdf').replace('(', '%28').replace(')', '%29')}`,
  );
  expect(got.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-type': 'application/pdf',
    'content-length': String(PDF.length),
  });
  expect(got.headers['cache-control']).toContain('no-store');
});

test('equal contents lie on the disk once, and go when the last file of them goes', async () => {
  const content = Buffer.concat([PDF, randomBytes(32)]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const place = path.join(c.dataDir, 'evidence', 'taishan', sha256.slice(0, 2), sha256);
  const [first, second] = await Promise.all([upload(content, '一.pdf'), upload(content, '二.pdf')]);
  expect([first!.status, second!.status]).toEqual([201, 201]);
  expect(filesOnDisk().filter((file) => file === place)).toHaveLength(1);
  const officer = await c.as('gongan');
  await officer.delete(`/evidence/${first!.body.id}`).expect(204);
  await officer.get(`/evidence/${second!.body.id}/content`).expect(200);
  await officer.delete(`/evidence/${second!.body.id}`).expect(204);
  expect(filesOnDisk()).not.toContain(place);
  await officer.get(`/evidence/${second!.body.id}/content`).expect(404);
  expect((await upload(content, '又来.pdf')).status).toBe(201);
  expect(filesOnDisk()).toContain(place);
});

const GOOD: [string, Buffer][] = [
  [
    '照片.png',
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082', 'hex'),
  ],
  ['照片.JPG', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')],
  ['总结.docx', zipFile('[Content_Types].xml', 'word/document.xml')],
  ['台账.xlsx', zipFile('xl/workbook.xml')],
  ['汇报.pptx', zipFile('ppt/presentation.xml')],
  ['公文.ofd', zipFile('OFD.xml', 'Doc_0/Document.xml')],
  ['全部.zip', zipFile('随便.txt')],
  ['旧文.doc', compoundFile('WordDocument')],
  ['旧表.xls', compoundFile('Workbook')],
  ['金山.wps', compoundFile('WordDocument')],
  ['金山.et', compoundFile('Workbook')],
  ['旧演示.ppt', compoundFile('PowerPoint Document')],
  ['说明.txt', Buffer.from('已完成培训。\r\n')],
  ['台账.csv', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0a])], // GB18030: 姓名,单位
  ['会议.txt', Buffer.from('BM开头的文字也是文字')],
  [
    '录像.mp4',
    Buffer.from('0000001866747970697336d00000020069736f6d69736f3269736f366d703431', 'hex').fill('isom', 8, 12),
  ],
];

test.each(GOOD)('%s is taken', async (name, content) => {
  const answer = await upload(content, name);
  expect(answer.body).toMatchObject({ fileName: name });
  expect(answer.status).toBe(201);
});

const EXE = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), Buffer.alloc(200)]);

const BAD: [string, string, Buffer, string][] = [
  ['an empty file', '空.pdf', Buffer.alloc(0), 'file-empty'],
  ['a program that calls itself PDF', '通知.pdf', EXE, 'file-content-mismatch'],
  ['a program that calls itself text', '通知.txt', EXE, 'file-content-mismatch'],
  ['a program', '安装.exe', EXE, 'file-type-not-allowed'],
  ['a page with script', '页面.html', Buffer.from('<script>alert(1)</script>'), 'file-type-not-allowed'],
  ['a drawing with script', '图.svg', Buffer.from('<svg onload="alert(1)"/>'), 'file-type-not-allowed'],
  ['a name without extension', '没有扩展名', PDF, 'file-type-not-allowed'],
  ['an archive that calls itself Word', '总结.docx', zipFile('随便.txt'), 'file-content-mismatch'],
  ['an archive that calls itself OFD', '公文.ofd', zipFile('word/document.xml'), 'file-content-mismatch'],
  ['an installer in the container of old Word files', '旧文.doc', compoundFile('MsiFile'), 'file-content-mismatch'],
  ['a picture that calls itself PDF', '照片.pdf', GOOD[0]![1], 'file-content-mismatch'],
  ['a PDF that calls itself a picture', '照片.png', PDF, 'file-content-mismatch'],
  ['half a container', '坏.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-content-mismatch'],
  ['half an archive', '坏.zip', Buffer.from('PK\u0003\u0004 and nothing more'), 'file-content-mismatch'],
  ['a name turned around by invisible marks', '\u202Efdp.exe', EXE, 'file-type-not-allowed'],
];

test.each(BAD)('%s is refused in plain Chinese, and leaves nothing behind', async (_what, name, content, code) => {
  const before = filesOnDisk();
  const answer = await upload(content, name);
  expect(answer.status).toBe(422);
  expect(answer.body).toMatchObject({ code, field: 'file' });
  expect(answer.body.title).toMatch(/\p{Script=Han}/u);
  expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
  expect(filesOnDisk()).toEqual(before);
});

test('a name of 10,000 characters is refused', async () => {
  const answer = await upload(PDF, `${'很'.repeat(10_000)}.pdf`);
  expect([400, 422]).toContain(answer.status);
  expect(answer.body.detail).toContain('255');
});

test('a path in the name is cut off', async () => {
  const answer = await upload(PDF, '../../etc/cron.d/计划.pdf');
  expect(answer.body).toMatchObject({ fileName: '计划.pdf' });
});

test('a form without a file, and a request that is no form, are told so', async () => {
  const officer = await c.as('gongan');
  const noFile = await officer.post(`/evidence?obligationId=${obligationId}`).field('other', 'x');
  expect(noFile.status).toBe(400);
  expect(noFile.body.detail).toContain('请选择要上传的文件');
  const noForm = await officer.post(`/evidence?obligationId=${obligationId}`).send({ file: 'x' });
  expect(noForm.status).toBe(415);
  const noObligation = await officer.post('/evidence').attach('file', PDF, 'a.pdf');
  expect(noObligation.status).toBe(400);
  expect((await officer.post('/evidence?obligationId=nonsense').attach('file', PDF, 'a.pdf')).status).toBe(400);
});

test('a file above the limit is refused while it streams, and the disk never holds more than the limit', async () => {
  const officer = await c.as('gongan');
  const boundary = 'x'.repeat(20);
  const before = filesOnDisk();
  let most = 0;
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const request = http.request({
      port: (c.app.getHttpServer().address() as AddressInfo).port,
      method: 'POST',
      path: `/api/v1/taishan/evidence?obligationId=${obligationId}`,
      headers: {
        Cookie: officer.cookie,
        'X-CSRF-Token': officer.csrfToken,
        'Content-Type': `multipart/form-data; boundary=${boundary}`,
      },
    });
    request.on('response', (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('error', reject);
    request.write(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="big.zip"\r\n\r\n`);
    const chunk = Buffer.alloc(256 * 1024, 'a');
    let sent = 0;
    const more = (): void => {
      // 1 GB would only take longer: 40 MB is forty times the limit of this server
      if (sent >= 40 * 1024 * 1024) return void request.end(`\r\n--${boundary}--\r\n`);
      sent += chunk.length;
      most = Math.max(most, incomingBytes());
      if (request.write(chunk)) setImmediate(more);
      else request.once('drain', more);
    };
    more();
  });
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'too-large', detail: expect.stringContaining('1 MB') });
  expect(most).toBeLessThanOrEqual(1024 * 1024 + 64 * 1024);
  expect(filesOnDisk()).toEqual(before);
});

function incomingBytes(): number {
  return filesOnDisk()
    .filter((file) => file.includes('.incoming'))
    .reduce((sum, file) => sum + (sizeOf(file) ?? 0), 0);
}

test('an upload that breaks off leaves nothing behind', async () => {
  const officer = await c.as('gongan');
  const before = filesOnDisk();
  await new Promise<void>((resolve) => {
    const request = http.request({
      port: (c.app.getHttpServer().address() as AddressInfo).port,
      method: 'POST',
      path: `/api/v1/taishan/evidence?obligationId=${obligationId}`,
      headers: {
        Cookie: officer.cookie,
        'X-CSRF-Token': officer.csrfToken,
        'Content-Type': 'multipart/form-data; boundary=bb',
      },
    });
    request.on('error', () => resolve());
    request.on('close', () => resolve());
    request.write('--bb\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 and then');
    setTimeout(() => request.destroy(), 100);
  });
  await eventually(() => expect(filesOnDisk()).toEqual(before));
});

test('what a round rests on can neither be deleted nor be missing; what is not used can', async () => {
  const { evidenceId } = await submitted(c);
  const officer = await c.as('gongan');
  const answer = await officer.delete(`/evidence/${evidenceId}`).expect(409);
  expect(answer.body).toMatchObject({ code: 'evidence-used', title: '附件“签到表.pdf”已随报送提交，不能删除' });
  await officer.get(`/evidence/${evidenceId}/content`).expect(200);
});

test('a file of another obligation, or one that does not exist, cannot be handed in', async () => {
  const foreign = await c.file('shuili', await c.obligation({ unitId: 'shuiliju' }));
  const { taskId } = await c.started();
  const officer = await c.as('gongan');
  for (const id of [foreign, '01930000-0000-7000-8000-00000000dead']) {
    const answer = await officer
      .post(`/tasks/${taskId}/submit`)
      .send({ data: GOOD_FORM, evidenceIds: [id] })
      .expect(422);
    expect(answer.body).toMatchObject({ code: 'evidence-not-found', evidenceIds: [id] });
    await officer
      .put(`/tasks/${taskId}/draft`)
      .send({ data: GOOD_FORM, evidenceIds: [id] })
      .expect(422);
  }
  const nonsense = await officer
    .put(`/tasks/${taskId}/draft`)
    .send({ data: {}, evidenceIds: ['../../etc/passwd'] })
    .expect(400);
  expect(nonsense.body.code).toBe('invalid-input');
});

test('what a crash left half uploaded is removed at the next start, what is just coming in is not', async () => {
  const store = c.app.get(BlobStore, { strict: false });
  const incoming = path.join(c.dataDir, 'evidence', '.incoming');
  mkdirSync(incoming, { recursive: true });
  writeFileSync(path.join(incoming, 'old'), 'x');
  writeFileSync(path.join(incoming, 'young'), 'x');
  const yesterday = new Date(Date.now() - 86_400_000);
  utimesSync(path.join(incoming, 'old'), yesterday, yesterday);
  expect(await store.removeAbandoned(Date.now())).toBe(1);
  expect(readdirSync(incoming)).toEqual(['young']);
});

test('a file that is missing on the disk is told as missing, not as a fault', async () => {
  const { body } = await upload(Buffer.concat([PDF, Buffer.from('gone')]), '丢失.pdf');
  await c.app.get(BlobStore, { strict: false }).remove('taishan', body.sha256);
  const answer = await (await c.as('gongan')).get(`/evidence/${body.id}/content`).expect(410);
  expect(answer.body.title).toContain('丢失.pdf');
});

/** The file may be gone between listing and looking. */
const sizeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.size;

async function eventually(check: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return check();
    } catch (error) {
      if (tries >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
