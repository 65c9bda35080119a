import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { LightIcon, tones, type Overview, type Tone } from '@chengban/web';

interface Card {
  word: string;
  count: number;
  to: string;
  tone?: Tone;
  light?: 'green' | 'yellow' | 'red';
}

/** The whole plan in eight numbers; each leads to the list behind it. Only what asks for attention has a colour. */
export function TotalCards({ totals }: { totals: Overview['totals'] }): ReactNode {
  const cards: Card[] = [
    { word: '承办事项', count: totals.total, to: '/obligations' },
    { word: '未开始', count: totals.pending, to: '/obligations?status=pending' },
    { word: '填报中', count: totals.drafting, to: '/obligations?status=drafting' },
    { word: '审核中', count: totals.inReview, to: '/obligations?status=submitted' },
    {
      word: '已退回',
      count: totals.returned,
      to: '/obligations?status=returned',
      tone: totals.returned ? 'amber' : undefined,
    },
    {
      word: '已办结',
      count: totals.closed,
      to: '/obligations?status=closed',
      tone: totals.closed ? 'green' : undefined,
      light: 'green',
    },
    {
      word: '临期',
      count: totals.dueSoon,
      to: '/obligations?light=yellow',
      tone: totals.dueSoon ? 'amber' : undefined,
      light: 'yellow',
    },
    {
      word: '逾期',
      count: totals.overdue,
      to: '/obligations?light=red',
      tone: totals.overdue ? 'red' : undefined,
      light: 'red',
    },
  ];
  return (
    <ul className="total-cards" aria-label="总体情况">
      {cards.map(({ word, count, to, tone, light }) => (
        <li key={word}>
          <Link to={to}>
            <span className="total-word" style={tone && { color: tones[tone].text }}>
              {light && <LightIcon colour={light} />}
              {word}
            </span>
            <span className="total-count" style={tone && { color: tones[tone].text }}>
              {count}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
