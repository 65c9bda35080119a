import { Injectable } from '@nestjs/common';
import type { Finding } from '@chengban/domain';
import { compileXml } from './compile-xml.js';

/** Says of a drawing what publishing would say, and changes nothing. */
@Injectable()
export class CheckDefinitionUseCase {
  async execute(xml: string): Promise<{ findings: readonly Finding[]; publishable: boolean }> {
    const { findings, compiled } = await compileXml(xml);
    return { findings, publishable: compiled !== null };
  }
}
