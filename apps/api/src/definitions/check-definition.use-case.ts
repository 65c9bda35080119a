import { Injectable } from '@nestjs/common';
import type { Finding } from '@chengban/domain';
import { compileXml } from './compile-xml.js';
import { DrawingSurroundings } from './drawing-surroundings.js';

/** Says of a drawing what publishing would say, and changes nothing. */
@Injectable()
export class CheckDefinitionUseCase {
  constructor(private readonly surroundings: DrawingSurroundings) {}

  async execute(tenant: string, xml: string): Promise<{ findings: readonly Finding[]; publishable: boolean }> {
    const { findings, compiled } = await compileXml(xml, this.surroundings.of(tenant));
    return { findings, publishable: compiled !== null };
  }
}
