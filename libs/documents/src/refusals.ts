import type { Refusal } from '@chengban/domain';

const ACCEPTED = '请上传制表符分隔的文本（.txt、.tsv）、Word 文档（.docx）或 Excel 工作簿（.xlsx）。';

/** Every reason for which a document is not read. Nothing of a refused document is used. */
export const refusals = {
  empty: {
    code: 'document-empty',
    message: '这个文件是空的（0 字节）。',
    cure: '请重新导出或重新保存原文件后再上传。',
  },
  tooLarge: {
    code: 'document-too-large',
    message: '文件超过 20 MB，任务清单不会这么大。',
    cure: '请删去文件中的图片和无关内容，只保留清单表格后再上传。',
  },
  bomb: {
    code: 'document-unpacks-too-large',
    message: '文件解压后的内容过大，已停止读取。',
    cure: '请用 Word 或 Excel 打开原文件，只把清单表格复制到新文件中再上传。',
  },
  tooLong: {
    code: 'document-too-long',
    message: '表格过大：最多 5000 行、100 列，每格最多 5000 字。',
    cure: '请确认上传的是工作任务清单，并删去多余的行和列。',
  },
  broken: {
    code: 'document-broken',
    message: '文件已损坏，无法读取。',
    cure: '请用 Word 或 Excel 打开并另存一份；如果打不开，请向提供单位重新索取。',
  },
  encrypted: {
    code: 'document-encrypted',
    message: '文件设置了密码，无法读取。',
    cure: '请在 Word 或 Excel 中取消密码保护，另存后再上传。',
  },
  oldFormat: {
    code: 'document-old-format',
    message: '这是旧版的 Word 或 Excel 文件（.doc、.xls）。',
    cure: '请用 Word、Excel 或 WPS 打开后另存为 .docx 或 .xlsx 再上传。',
  },
  notText: {
    code: 'document-not-text',
    message: '这个文件的内容不是文本，也不是 Word 或 Excel 文档。',
    cure: ACCEPTED,
  },
  noTable: {
    code: 'document-without-table',
    message: '文件里没有找到表格。',
    cure: '请确认上传的是工作任务清单；文本文件的各列之间要用制表符（Tab）隔开。',
  },
} as const satisfies Record<string, Refusal>;

/** A file whose content is of a known other kind, whatever its name says. */
export const wrongKind = (kind: string): Refusal => ({
  code: 'document-wrong-kind',
  message: `按内容判断，这个文件是${kind}，不是任务清单表格。`,
  cure: ACCEPTED,
});
