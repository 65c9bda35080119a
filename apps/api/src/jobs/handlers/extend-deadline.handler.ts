import { Injectable } from '@nestjs/common';
import { isCivilDate } from '@chengban/domain';
import { Clock } from '../../database/clock.js';
import { ExtensionStore } from '../../plans/plans.module.js';
import { Hopeless, type Handler, type HandlerAnswer, type Work } from './handler.js';

/** 延期: moves the obligation's deadline to the day that was agreed to, together with the step that says so. */
@Injectable()
export class ExtendDeadlineHandler implements Handler {
  readonly name = 'extendDeadline';
  readonly title = '调整完成时限';
  readonly help =
    'to：新的完成时限，例如 form.until。办完后 extended 说明是否已调整：事项已经办结，或现在的时限不早于这一天的，不调整。';

  constructor(
    private readonly extensions: ExtensionStore,
    private readonly clock: Clock,
  ) {}

  run({ tenant, instanceId, obligationId, input }: Work): Promise<HandlerAnswer> {
    const { to } = input;
    if (typeof to !== 'string' || !isCivilDate(to)) throw new Hopeless('没有给出新的完成时限（to）');
    return Promise.resolve({
      kind: 'inStep',
      decide: async () => {
        const agreed = { tenant, instanceId, obligationId, to, at: this.clock.date() };
        const { extended, text, write } = await this.extensions.judge(agreed);
        return { variables: { extended }, text, write };
      },
    });
  }
}
