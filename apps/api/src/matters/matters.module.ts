import { Module } from '@nestjs/common';
import { MatterReadModel } from './matter.read-model.js';

@Module({ providers: [MatterReadModel], exports: [MatterReadModel] })
export class MattersModule {}
