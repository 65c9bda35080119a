import type { FormDefinition } from '@chengban/domain';

/** The form of a flow that brings none: one text, and room for files. */
export const plainForm = (key: string, title: string): FormDefinition => ({
  key,
  title,
  schema: {
    type: 'object',
    properties: { content: { type: 'string', title: '办理情况', maxLength: 5000 } },
    required: ['content'],
  },
  ui: { order: ['content'], content: { widget: 'textarea' } },
  evidence: { min: 0, max: 20 },
});
