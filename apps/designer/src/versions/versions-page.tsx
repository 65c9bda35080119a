import { useMemo, type ReactNode } from 'react';
import { Button, Empty, Spin } from 'antd';
import { ArrowLeftOutlined, DownloadOutlined, EditOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams } from 'react-router';
import { FailurePage, formatInstant, Mark, type DefinitionVersion } from '@chengban/web';
import { FlowDiagram } from '@chengban/web/diagram';
import { download } from '../shell/download.js';
import { AppFrame } from '../shell/app-frame.js';
import { ChangeList } from '../publish/change-list.js';
import { describeChanges } from '../publish/describe-changes.js';
import { useNames } from '../publish/use-names.js';
import { useModel } from './use-model.js';
import { useVersions, useVersionXml } from './use-versions.js';
import './versions-page.css';

/** Every published version: who, when, why, what changed, and the drawing; any of them may be the base of a new draft. */
export function VersionsPage(): ReactNode {
  const { tenant = '', key = '', version } = useParams();
  const versions = useVersions(key);
  const items = versions.data ?? [];
  const shown = items.find((item) => String(item.version) === version) ?? items[0];
  const name = (items[0] as { name?: string } | undefined)?.name ?? key;
  return (
    <AppFrame title={`${name}的版本历史`}>
      <div className="page-head">
        <div>
          <Link to={`/${tenant}`}>
            <ArrowLeftOutlined aria-hidden /> 全部流程
          </Link>
          <h1>{name} · 版本历史</h1>
        </div>
        <div className="page-head-actions">
          <Link to={`/${tenant}/flows/${key}`}>
            <Button icon={<EditOutlined aria-hidden />} tabIndex={-1}>
              去设计
            </Button>
          </Link>
        </div>
      </div>
      {versions.error ? (
        <FailurePage error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <Spin className="page-spin" />
      ) : shown ? (
        <div className="versions">
          <nav className="sheet versions-list" aria-label="版本">
            <ol>
              {items.map((item) => (
                <li key={item.version}>
                  <VersionEntry
                    item={item}
                    newest={item === items[0]}
                    current={item === shown}
                    to={`/${tenant}/flows/${key}/versions/${item.version}`}
                  />
                </li>
              ))}
            </ol>
          </nav>
          <VersionView key={shown.version} flowKey={key} item={shown} newest={shown === items[0]} />
        </div>
      ) : (
        <div className="sheet versions-empty">
          <Empty description="这个流程还没有发布过。" />
        </div>
      )}
    </AppFrame>
  );
}

function VersionEntry(props: { item: DefinitionVersion; newest: boolean; current: boolean; to: string }): ReactNode {
  const { item, newest, current, to } = props;
  return (
    <Link to={to} aria-current={current ? 'page' : undefined}>
      <b>第 {item.version} 版</b> {newest && <Mark tone="green">现行</Mark>}
      {item.runningInstances > 0 && <Mark tone="blue">{item.runningInstances} 件在办</Mark>}
      <span>
        {formatInstant(item.publishedAt)} · {item.publishedBy?.name ?? '系统'}
      </span>
      <span>{item.note}</span>
    </Link>
  );
}

function VersionView({
  flowKey,
  item,
  newest,
}: {
  flowKey: string;
  item: DefinitionVersion;
  newest: boolean;
}): ReactNode {
  const { tenant = '' } = useParams();
  const navigate = useNavigate();
  const xml = useVersionXml(flowKey, item.version);
  const previousXml = useVersionXml(flowKey, item.version > 1 ? item.version - 1 : null);
  const [model, previous] = [useModel(xml.data), useModel(previousXml.data)];
  const names = useNames();
  const changes = useMemo(
    () => (model && previous ? describeChanges(previous, model, names) : []),
    [model, previous, names],
  );
  if (xml.error) return <FailurePage error={xml.error} onRetry={() => void xml.refetch()} />;
  return (
    <article className="sheet version" aria-label={`第 ${item.version} 版`}>
      <header>
        <h2>第 {item.version} 版</h2>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          disabled={!xml.data}
          onClick={() => download(`${flowKey}-v${item.version}.bpmn`, xml.data ?? '')}
        >
          导出
        </Button>
        <Button onClick={() => void navigate(`/${tenant}/flows/${flowKey}?base=${item.version}`)}>
          {newest ? '修改' : '以这一版为底稿修改'}
        </Button>
      </header>
      {xml.data && <FlowDiagram xml={xml.data} title={`第 ${item.version} 版流程图`} height={460} />}
      {item.version > 1 && (
        <section>
          <h3>和第 {item.version - 1} 版相比</h3>
          {previous && model ? <ChangeList changes={changes} /> : <Spin />}
        </section>
      )}
    </article>
  );
}
