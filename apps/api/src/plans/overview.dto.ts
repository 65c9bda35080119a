import { ApiProperty } from '@nestjs/swagger';

export class OverviewTotals {
  @ApiProperty()
  total: number;

  @ApiProperty({ description: '尚未开始' })
  pending: number;

  @ApiProperty({ description: '正在填报' })
  drafting: number;

  @ApiProperty({ description: '审核中' })
  inReview: number;

  @ApiProperty({ description: '已退回' })
  returned: number;

  @ApiProperty({ description: '已办结' })
  closed: number;

  @ApiProperty({ description: '逾期' })
  overdue: number;

  @ApiProperty({ description: '临期' })
  dueSoon: number;
}

export class KeyTaskCounts {
  @ApiProperty()
  no: number;

  @ApiProperty()
  title: string;

  @ApiProperty()
  total: number;

  @ApiProperty()
  closed: number;

  @ApiProperty()
  overdue: number;

  @ApiProperty()
  dueSoon: number;
}

export class UnitCounts {
  @ApiProperty()
  unitId: string;

  @ApiProperty()
  unitName: string;

  @ApiProperty()
  total: number;

  @ApiProperty()
  closed: number;

  @ApiProperty()
  overdue: number;

  @ApiProperty()
  dueSoon: number;
}

export class OverviewAnswer {
  @ApiProperty({ format: 'date-time', description: '统计的时刻' })
  asOf: string;

  @ApiProperty({ type: OverviewTotals })
  totals: OverviewTotals;

  @ApiProperty({ type: [KeyTaskCounts] })
  byKeyTask: KeyTaskCounts[];

  @ApiProperty({ type: [UnitCounts] })
  byUnit: UnitCounts[];
}
