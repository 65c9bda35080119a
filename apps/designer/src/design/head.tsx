import type { ReactNode } from 'react';
import { Button, Dropdown, Tooltip } from 'antd';
import { ArrowLeftOutlined, DownOutlined, HistoryOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { Mark } from '@chengban/web';
import type { DraftSaver, SaveState } from '../draft/draft-saver.js';
import { SaveMark } from '../draft/save-mark.js';
import type { FlowItem } from '../flows/use-flows.js';

interface HeadProps {
  flow: FlowItem;
  basedOn: number;
  saving: SaveState;
  saver: DraftSaver;
  /** a draft was opened, and nothing has been published since */
  fromDraft: boolean;
  hindrance: string | null;
  canDiscard: boolean;
  onPublish: () => void;
  onExport: () => void;
  onImport: () => void;
  onDiscard: () => void;
}

export function Head(props: HeadProps): ReactNode {
  const { flow, basedOn, saving, saver, hindrance } = props;
  const { tenant = '' } = useParams();
  const more = [
    { key: 'import', label: '导入流程文件…', onClick: props.onImport },
    { key: 'export', label: '导出流程文件', onClick: props.onExport },
    { type: 'divider' as const },
    {
      key: 'discard',
      label: '放弃没有发布的修改…',
      danger: true,
      disabled: !props.canDiscard,
      onClick: props.onDiscard,
    },
  ];
  return (
    <header className="head">
      <Link to={`/${tenant}`} aria-label="回到流程列表" className="head-back">
        <ArrowLeftOutlined aria-hidden />
      </Link>
      <h1>{flow.name}</h1>
      {basedOn > 0 ? <Mark tone="green">现行第 {basedOn} 版</Mark> : <Mark tone="quiet">还没有发布</Mark>}
      <SaveMark state={saving} saver={saver} fromDraft={props.fromDraft} />
      <span className="frame-spacer" />
      <Dropdown trigger={['click']} menu={{ items: more }}>
        <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
          文件
        </Button>
      </Dropdown>
      <Link to={`/${tenant}/flows/${flow.key}/versions`} className="ant-btn-link-frame">
        <Button icon={<HistoryOutlined aria-hidden />} tabIndex={-1}>
          版本历史
        </Button>
      </Link>
      <Tooltip title={hindrance}>
        <span>
          <Button
            type="primary"
            disabled={hindrance !== null}
            aria-describedby="publish-hindrance"
            onClick={props.onPublish}
          >
            发布
          </Button>
        </span>
      </Tooltip>
      <span id="publish-hindrance" className="visually-hidden">
        {hindrance}
      </span>
    </header>
  );
}
