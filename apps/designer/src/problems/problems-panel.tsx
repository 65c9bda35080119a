import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { CheckCircleFilled, DownOutlined, ExclamationCircleFilled, UpOutlined, WarningFilled } from '@ant-design/icons';
import type { Finding } from '@chengban/domain';
import { tones } from '@chengban/web';
import { useProblems } from './problems-context.js';
import { TracePlayer } from './trace-player.js';
import './problems-panel.css';

/** 问题: what the checks say now; pressing one selects the element and puts the focus on the field. */
export function ProblemsPanel({ nameOf }: { nameOf: (id: string) => string }): ReactNode {
  const { findings, goTo } = useProblems();
  const [open, setOpen] = useState(true);
  const [chosen, setPlaying] = useState<Finding | null>(null);
  // every check finds anew; what is played stays as long as the same is found
  const playing = chosen && findings.some((finding) => isSame(finding, chosen)) ? chosen : null;
  const errors = findings.filter((finding) => finding.severity === 'error');
  const warnings = findings.filter((finding) => finding.severity === 'warning');
  return (
    <section className="problems" aria-label="问题">
      <header>
        <h2>问题</h2>
        <p role="status">
          {findings.length === 0 ? (
            <>
              <CheckCircleFilled style={{ color: tones.green.text }} aria-hidden /> 没有问题，可以发布
            </>
          ) : (
            <>
              {errors.length > 0 && <b className="problems-error">{errors.length} 个必须处理</b>}
              {warnings.length > 0 && <b className="problems-warning">{warnings.length} 个请核对</b>}
            </>
          )}
        </p>
        {findings.length > 0 && !playing && (
          <Button
            type="text"
            size="small"
            aria-expanded={open}
            icon={open ? <DownOutlined aria-hidden /> : <UpOutlined aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {open ? '收起' : '展开'}
          </Button>
        )}
      </header>
      {playing && <TracePlayer finding={playing} nameOf={nameOf} onClose={() => setPlaying(null)} />}
      {open && !playing && findings.length > 0 && (
        <ul>
          {[...errors, ...warnings].map((finding, index) => (
            <li key={`${finding.code} ${finding.at?.elementId ?? ''} ${index}`}>
              <button type="button" onClick={() => goTo(finding)}>
                <Severity finding={finding} />
                <Where finding={finding} nameOf={nameOf} />
                <span>
                  {finding.message} <span className="quiet">{finding.cure}</span>
                </span>
              </button>
              {finding.trace !== undefined && finding.trace.length > 0 && (
                <button
                  type="button"
                  className="problems-play"
                  aria-label={`演示：${finding.message}`}
                  onClick={() => setPlaying(finding)}
                >
                  演示
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isSame = (one: Finding, other: Finding): boolean =>
  one.code === other.code && one.message === other.message && one.at?.elementId === other.at?.elementId;

/** The element's name, unless the sentence says it already. */
function Where({ finding, nameOf }: { finding: Finding; nameOf: (id: string) => string }): ReactNode {
  const name = finding.at?.elementId ? nameOf(finding.at.elementId) : '';
  return name && !finding.message.includes(name) ? <span className="problems-where">{name}</span> : null;
}

function Severity({ finding }: { finding: Finding }): ReactNode {
  return finding.severity === 'error' ? (
    <ExclamationCircleFilled style={{ color: tones.red.text }} aria-label="必须处理" />
  ) : (
    <WarningFilled style={{ color: tones.amber.text }} aria-label="请核对" />
  );
}
