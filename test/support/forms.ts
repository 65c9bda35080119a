import type { FormDefinition } from '../../libs/domain/src/index.js';

/** Training figures: every kind of field once, and a table that a reviewer completes. */
export const TRAINING: FormDefinition = {
  key: 'training',
  title: '培训情况',
  schema: {
    type: 'object',
    required: ['progress', 'sessions'],
    properties: {
      progress: { type: 'string', title: '进展情况', maxLength: 200 },
      cost: { type: 'number', title: '经费', minimum: 0, multipleOf: 0.01 },
      state: { type: 'string', title: '完成情况', enum: ['已完成', '正在推进'] },
      topics: {
        type: 'array',
        title: '培训内容',
        items: { type: 'string', enum: ['法律', '案卷', '礼仪'] },
        maxItems: 2,
      },
      public: { type: 'boolean', title: '是否公开' },
      heldOn: {
        type: 'string',
        title: '结束日期',
        format: 'date',
        formatMinimum: '2024-01-01',
        formatMaximum: 'today',
      },
      leader: { type: 'string', title: '负责人', format: 'person' },
      partners: { type: 'array', title: '协办单位', items: { type: 'string', format: 'unit' } },
      rosters: { type: 'array', title: '签到表', items: { type: 'string', format: 'file' }, maxItems: 3 },
      sessions: {
        type: 'array',
        title: '培训班次',
        minItems: 1,
        maxItems: 60,
        items: {
          type: 'object',
          required: ['name', 'people'],
          properties: {
            name: { type: 'string', title: '班次', maxLength: 20 },
            people: { type: 'number', title: '人数', minimum: 1, multipleOf: 1 },
            day: { type: 'string', title: '日期', format: 'date', formatMaximum: 'today' },
            approved: { type: 'number', title: '核定数', minimum: 0, multipleOf: 1 },
          },
        },
      },
      score: { type: 'number', title: '评分', minimum: 0, maximum: 100, multipleOf: 1 },
    },
  },
  ui: {
    order: [
      'progress',
      'cost',
      'state',
      'topics',
      'public',
      'heldOn',
      'leader',
      'partners',
      'rosters',
      'sessions',
      'score',
    ],
    progress: { widget: 'textarea' },
    cost: { unit: '万元' },
    sessions: {
      columns: {
        order: ['name', 'people', 'day', 'approved'],
        people: { unit: '人次', sum: true },
        approved: { sum: true },
      },
    },
    score: { unit: '分' },
  },
  evidence: { min: 0, max: 5 },
};
