import { Injectable } from '@nestjs/common';
import type { PlanReading } from '@chengban/domain';
import type { EntityManager } from 'typeorm';
import { MeasureRow } from './measure.entity.js';
import { PlanRow } from './plan.entity.js';
import { KeyTaskRow, WorkTaskRow } from './plan-tasks.entity.js';

/** Writes a plan and everything that is numbered in it. */
@Injectable()
export class PlanStore {
  codeTaken(manager: EntityManager, tenant: string, code: string): Promise<boolean> {
    return manager.existsBy(PlanRow, { tenant, code });
  }

  async add(manager: EntityManager, plan: PlanRow, reading: PlanReading): Promise<void> {
    const part = { tenant: plan.tenant, planId: plan.id };
    await manager.insert(PlanRow, plan);
    if (reading.keyTasks.length > 0)
      await manager.insert(
        KeyTaskRow,
        reading.keyTasks.map(({ no, title }) => ({ ...part, no, title })),
      );
    if (reading.workTasks.length > 0)
      await manager.insert(
        WorkTaskRow,
        reading.workTasks.map(({ no, keyTask, title }) => ({ ...part, no, keyTaskNo: keyTask, title })),
      );
    await this.addMeasures(manager, part, reading);
  }

  private async addMeasures(
    manager: EntityManager,
    part: { tenant: string; planId: string },
    { measures }: PlanReading,
  ): Promise<void> {
    const rows = measures.map(({ no, keyTask, workTask, text, units, deadline, source }) => ({
      ...part,
      no,
      keyTaskNo: keyTask,
      workTaskNo: workTask,
      text,
      units: [...units],
      deadline,
      source,
    }));
    // the builder's type for inserts goes deep into JSON columns and loses `readonly` on the way
    if (rows.length > 0)
      await manager
        .createQueryBuilder()
        .insert()
        .into(MeasureRow)
        .values(rows as never)
        .execute();
  }
}
