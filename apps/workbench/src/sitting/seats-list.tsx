import type { ReactNode } from 'react';
import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  HourglassOutlined,
  MinusCircleOutlined,
  RollbackOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { formatInstant, type Seat, type Sitting } from '@chengban/web';
import { Face } from './face';
import { askedWords, seatState, seatTree, whoSits, type SeatLook, type SeatNode } from './seat-words';
import './sitting.css';

const ICONS: Readonly<Record<SeatLook, ReactNode>> = {
  now: <ClockCircleOutlined aria-hidden />,
  waits: <HourglassOutlined aria-hidden />,
  yes: <CheckCircleFilled aria-hidden />,
  back: <RollbackOutlined aria-hidden />,
  no: <CloseCircleFilled aria-hidden />,
  others: <MinusCircleOutlined aria-hidden />,
  gone: <StopOutlined aria-hidden />,
};

/** Every seat of a step: whose it is, where it stands, what was said. */
export const SeatsList = ({ sitting }: { sitting: Sitting }): ReactNode => (
  <Nodes nodes={seatTree(sitting.seats)} label={`${sitting.name}的席位`} />
);

function Nodes({ nodes, label }: { nodes: readonly SeatNode[]; label?: string }): ReactNode {
  return (
    <ul className="seats" aria-label={label}>
      {nodes.map((node) => (
        <li key={node.seat.seat}>
          <SeatLine seat={node.seat} many={nodes.length > 1} />
          {node.asked.length > 0 && <Nodes nodes={node.asked} />}
        </li>
      ))}
    </ul>
  );
}

function SeatLine({ seat, many }: { seat: Seat; many: boolean }): ReactNode {
  const { look, word } = seatState(seat);
  const { decision, asked, delegations, urged } = seat;
  const name = decision ? byWhom(decision) : whoSits(seat);
  return (
    <div className="seat">
      <Face name={decision?.by.name ?? seat.who[0]?.name ?? ''} />
      <div className="seat-words">
        <p className="seat-head">
          <strong>{name}</strong>
          <span className={`seat-state seat-${look}`}>
            {ICONS[look]} {word}
          </span>
        </p>
        {asked && (
          <p>
            {asked.byPerson.name}
            {askedWords(asked, many)}
          </p>
        )}
        {decision && (
          <p>
            <time dateTime={decision.at}>{formatInstant(decision.at)}</time>
            {decision.repeats && ` · 在“${decision.repeats}”已经同意，自动去重`}
          </p>
        )}
        {decision?.text && <blockquote>{decision.text}</blockquote>}
        {delegations.map((delegation, index) => (
          <div key={index} className="seat-delegation">
            <p>
              {delegation.by.name} 委派给 {delegation.to.name}
              {delegation.reason && `：${delegation.reason}`}
            </p>
            <p>{delegation.back ? `${delegation.to.name} 已回复` : `等 ${delegation.to.name} 回复`}</p>
            {delegation.opinion && <blockquote>{delegation.opinion}</blockquote>}
          </div>
        ))}
        {urged > 0 && <p>已催办 {urged} 次</p>}
        {seat.fallback && <p>没有找到应当办理的人，由流程管理员处理。</p>}
      </div>
    </div>
  );
}

const byWhom = ({ by, for: principal }: NonNullable<Seat['decision']>): string =>
  principal ? `${by.name} 代 ${principal.name}` : by.name;
