import type { FlowModel } from '../bpmn/model.js';
import { nodesOf } from '../bpmn/walk.js';
import { error } from './check.js';
import type { Check } from './check.js';
import { soundness } from './soundness/soundness.js';
import { toldOnce } from './told-once.js';
import { namesOf } from './way-there.js';

const HAPPENS = {
  stuck: (node: string) => `流程停在${node}，再也走不到结束`,
  endless: (node: string) => `流程在${node}一带一直转，再也走不到结束`,
  leftover: (node: string) => `流程已到过结束，${node}却还有没办完的，再也走不完`,
} as const;

/** Option to complete: from wherever a run can get, the end can still be reached. */
export const stuck: Check = {
  id: 'stuck',
  run: (model) => {
    const names = namesOf(model);
    const waiting = waitingForMessages(model);
    return soundness(model).scopes.flatMap(({ troubles }) =>
      toldOnce(model, troubles).flatMap(({ kind, counterexample: { elementId, steps }, rescued }) => {
        if (rescued || kind === 'second-token' || kind === 'end-twice') return [];
        const message = `${names.wayThere(steps)}，${HAPPENS[kind](names.node(elementId))}。`;
        const cure =
          kind === 'endless'
            ? '请在这一圈里留一条能走出去的线，并检查它的条件能不能成立。'
            : waiting.has(elementId)
              ? '请让对方每种走法都发来这里等的消息；可能不发的，请在这里加上定时的出路。'
              : '并行网关要等每一条进线：请让分开的线都能走到它，或改用排他网关汇合。';
        return [{ ...error('stuck', elementId, message, cure), trace: steps }];
      }),
    );
  },
};

const waitingForMessages = (model: FlowModel): ReadonlySet<string> =>
  new Set(
    nodesOf(model)
      .filter(
        (node) =>
          node.kind === 'receiveTask' ||
          node.kind === 'eventBasedGateway' ||
          (node.kind === 'intermediateCatchEvent' && node.triggers.some((trigger) => trigger.kind === 'message')),
      )
      .map(({ id }) => id),
  );
