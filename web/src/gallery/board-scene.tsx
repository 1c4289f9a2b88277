import { useState } from 'react';
import { Board, type BoardColumn, type MoveAnswer } from '../kit/board/index.ts';
import { Button, Segmented } from '../kit/button/index.ts';
import { ClockChip } from '../kit/clock/index.ts';
import { Money } from '../kit/formats/index.ts';
import { Level } from '../kit/mark/index.ts';
import { Page } from '../kit/page/index.ts';
import { type Deal, deals } from './board-deals.ts';

const strengths = ['', '弱', '中', '强'];

const stages = ['need 需求分析 20', 'design 方案设计 40', 'talks 商务谈判 60', 'sign 合同签订 90'];

function columnsOf(cards: readonly Deal[]): BoardColumn[] {
  const open = stages.map((text): BoardColumn => {
    const [key = '', name = '', chance = ''] = text.split(' ');
    const own = cards.filter((card) => card.stage === key);
    const minor = own.reduce((sum, card) => sum + card.minor, 0);
    const weighted = <Money minor={(minor * Number(chance)) / 100} currency="CNY" />;
    return {
      key,
      name,
      count: own.length,
      figure: <Money minor={minor} currency="CNY" />,
      notes: [`阶段概率 ${chance}%`, <span key="note">加权 {weighted}</span>],
    };
  });
  return [...open, { key: 'won', name: '本月赢单', count: 1, closed: true, notes: ['已签 ¥58.2 万'] }];
}

function refusal(card: Deal): MoveAnswer {
  const upload = (
    <Button small kind="primary">
      上传
    </Button>
  );
  return {
    moved: false,
    note: `${card.name} 还缺 2 项，已有 3 项`,
    missing: [
      { key: 'a', what: '客户初步评审通过的书面确认', who: '你可上传客户邮件或盖章件', act: upload },
      {
        key: 'b',
        what: '《项目可行性评估表》',
        who: '沈牧（售前），草稿 60%，今天 18:00',
        act: <Button small>提醒</Button>,
      },
    ],
    way: (
      <Button kind="link" small>
        请贺知远放行
      </Button>
    ),
  };
}

function DealBody({ card }: { readonly card: Deal }) {
  return (
    <>
      <div className="k-s13 k-t3 k-clip">{card.project}</div>
      <div className="k-board-card-foot">
        <ClockChip clock={card.clock} short />
        <span className="k-grow" />
        <span className="k-s12 k-t3 k-nowrap">第 {card.day} 天</span>
        <Level of={card.strength} word={strengths[card.strength] ?? ''} />
      </div>
    </>
  );
}

function Views() {
  return (
    <Segmented
      label="显示方式"
      value="board"
      onChange={() => undefined}
      choices={[
        { value: 'list', word: '列表', icon: 'list' },
        { value: 'board', word: '看板', icon: 'board' },
      ]}
    />
  );
}

export function BoardScene() {
  const [cards, setCards] = useState(deals);
  const move = async (card: Deal, to: string): Promise<MoveAnswer> => {
    await new Promise((done) => {
      setTimeout(done, 200);
    });
    if (to === 'talks') return refusal(card);
    setCards((now) => now.map((each) => (each.id === card.id ? { ...each, stage: to } : each)));
    return { moved: true };
  };
  const create = (
    <Button kind="primary" icon="plus">
      新建商机
    </Button>
  );
  return (
    <Page full title="商机" beside={<Views />} actions={create}>
      <Board<Deal>
        label="商机看板"
        columns={columnsOf(cards)}
        cards={cards}
        cardKey={(card) => card.id}
        cardColumn={(card) => card.stage}
        cardName={(card) => card.name}
        cardHref={(card) => `/opportunities/${card.id}`}
        onOpen={() => undefined}
        mayMove={(card) => card.stage !== 'won'}
        renderFigure={(card) => <Money minor={card.minor} currency="CNY" />}
        renderBody={(card) => <DealBody card={card} />}
        onMove={move}
      />
      <p className="k-s12 k-t3" style={{ padding: '8px 0' }}>
        拖动卡片，或选中后按 <kbd>空格</kbd> <kbd>←</kbd> <kbd>→</kbd> 移动；也可用卡片菜单“移动到阶段”
      </p>
    </Page>
  );
}
