import type CommandStack from 'diagram-js/lib/command/CommandStack';

interface Context {
  acts: readonly (() => void)[];
}

/** Several changes as one step of undo. */
export class Together {
  static readonly $inject = ['commandStack'];

  constructor(private readonly commandStack: CommandStack) {
    commandStack.registerHandler('chengban.together', ActsHandler as never);
  }

  run(...acts: readonly (() => void)[]): void {
    this.commandStack.execute('chengban.together', { acts } satisfies Context);
  }
}

/** Whatever runs inside `preExecute` becomes part of the command around it. */
class ActsHandler {
  preExecute({ acts }: Context): void {
    for (const act of acts) act();
  }
}
