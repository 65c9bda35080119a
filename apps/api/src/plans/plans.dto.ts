import { ApiProperty } from '@nestjs/swagger';

export class PlanAnswer {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ example: '台执督' })
  code: string;

  @ApiProperty({ enum: ['draft', 'live'] })
  status: 'draft' | 'live';

  @ApiProperty({ format: 'date' })
  periodFrom: string;

  @ApiProperty({ format: 'date' })
  periodTo: string;

  @ApiProperty()
  measureCount: number;

  @ApiProperty({ description: '本人可以看到的承办事项数' })
  obligationCount: number;
}

export class PlanList {
  @ApiProperty({ type: [PlanAnswer] })
  items: PlanAnswer[];
}

export class MeasureProgress {
  @ApiProperty()
  total: number;

  @ApiProperty()
  closed: number;

  @ApiProperty()
  overdue: number;
}

export class MeasureItem {
  @ApiProperty()
  no: number;

  @ApiProperty()
  keyTaskNo: number;

  @ApiProperty()
  keyTaskTitle: string;

  @ApiProperty()
  workTaskNo: number;

  @ApiProperty()
  workTaskTitle: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ type: [String], description: '责任单位，原文的名称' })
  units: string[];

  @ApiProperty()
  deadlineText: string;

  @ApiProperty({ type: MeasureProgress })
  progress: MeasureProgress;
}

export class MeasureList {
  @ApiProperty({ type: [MeasureItem] })
  items: MeasureItem[];
}
