import { useState } from 'react';
import { Board, type MoveAnswer } from '../kit/board/index.ts';
import { Button, Segmented } from '../kit/button/index.ts';
import { type Clock, ClockChip } from '../kit/clock/index.ts';
import { Money } from '../kit/formats/index.ts';
import { Level } from '../kit/mark/index.ts';
import { Page } from '../kit/page/index.ts';
import { at, due } from './moment.ts';

interface Deal {
  readonly id: string;
  readonly stage: string;
  readonly name: string;
  readonly project: string;
  readonly minor: number;
  readonly clock: Clock;
  readonly day: number;
  readonly strength: 1 | 2 | 3;
}

const deal = (
  id: string,
  stage: string,
  name: string,
  project: string,
  wan: number,
  clock: Clock,
  day: number,
  strength: 1 | 2 | 3,
): Deal => ({ id, stage, name, project, minor: wan * 1_000_000, clock, day, strength });

const deals: Deal[] = [
  deal('1', 'need', '合肥启岭新能源', '电芯外观检测线', 242, due('03-18T14:00'), 11, 3),
  deal('2', 'need', '常州恺达轴承', '轴承分拣输送', 64, due('03-20T12:00', { state: 'warned' }), 24, 2),
  deal(
    '3',
    'need',
    '杭州云岫电子',
    'AOI 复检工位',
    38.5,
    due('03-25T12:00', { state: 'paused', pausedUntil: at('03-25T09:00') }),
    19,
    1,
  ),
  deal('4', 'design', '苏州屿澄精密', '压铸件视觉检测线', 186, due('03-18T10:30'), 16, 2),
  deal('5', 'design', '南通海棱重工', '空压站节能改造', 125.4, due('03-18T16:40'), 8, 3),
  deal('6', 'design', '无锡澄禾新材', '薄膜缺陷检测', 48.6, due('03-17T10:00', { state: 'overdue' }), 13, 2),
  deal('7', 'talks', '宁波甬澜泵阀', '泵体装配输送线', 92.4, due('03-18T15:00'), 14, 2),
  deal('8', 'talks', '马鞍山江冶特钢', '钢带测宽改造', 80, due('03-20T15:00'), 6, 3),
  deal('9', 'sign', '盐城沃岭农机', '焊缝检测工位', 73, due('03-19T12:00'), 4, 3),
  deal('10', 'won', '丽水云和机床', '3 月 6 日签约', 58.2, due('03-19T12:00', { state: 'met' }), 4, 3),
];

const strengths = ['', '弱', '中', '强'];

export function BoardScene() {
  const [cards, setCards] = useState(deals);
  const columns = (['need 需求分析 20', 'design 方案设计 40', 'talks 商务谈判 60', 'sign 合同签订 90'] as const).map(
    (text) => {
      const [key = '', name = '', chance = ''] = text.split(' ');
      const own = cards.filter((card) => card.stage === key);
      const minor = own.reduce((sum, card) => sum + card.minor, 0);
      return {
        key,
        name,
        count: own.length,
        figure: <Money minor={minor} currency="CNY" />,
        notes: [
          `阶段概率 ${chance}%`,
          <span key="w">
            加权 <Money minor={(minor * Number(chance)) / 100} currency="CNY" />
          </span>,
        ] as const,
      };
    },
  );
  const move = async (card: Deal, to: string): Promise<MoveAnswer> => {
    await new Promise((done) => setTimeout(done, 200));
    if (to === 'talks')
      return {
        moved: false,
        note: `${card.name} 还缺 2 项，已有 3 项`,
        missing: [
          {
            key: 'a',
            what: '客户初步评审通过的书面确认',
            who: '你可上传客户邮件或盖章件',
            act: (
              <Button small kind="primary">
                上传
              </Button>
            ),
          },
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
    setCards((now) => now.map((each) => (each.id === card.id ? { ...each, stage: to } : each)));
    return { moved: true };
  };
  return (
    <Page
      full
      title="商机"
      beside={
        <Segmented
          label="显示方式"
          value="board"
          onChange={() => undefined}
          choices={[
            { value: 'list', word: '列表', icon: 'list' },
            { value: 'board', word: '看板', icon: 'board' },
          ]}
        />
      }
      actions={
        <Button kind="primary" icon="plus">
          新建商机
        </Button>
      }
    >
      <Board<Deal>
        label="商机看板"
        columns={[...columns, { key: 'won', name: '本月赢单', count: 1, closed: true, notes: ['已签 ¥58.2 万'] }]}
        cards={cards}
        cardKey={(card) => card.id}
        cardColumn={(card) => card.stage}
        cardName={(card) => card.name}
        cardHref={(card) => `/opportunities/${card.id}`}
        onOpen={() => undefined}
        mayMove={(card) => card.stage !== 'won'}
        renderFigure={(card) => <Money minor={card.minor} currency="CNY" />}
        renderBody={(card) => (
          <>
            <div className="k-s13 k-t3 k-clip">{card.project}</div>
            <div className="k-board-card-foot">
              <ClockChip clock={card.clock} short />
              <span className="k-grow" />
              <span className="k-s12 k-t3 k-nowrap">第 {card.day} 天</span>
              <Level of={card.strength} word={strengths[card.strength] ?? ''} />
            </div>
          </>
        )}
        onMove={move}
      />
      <p className="k-s12 k-t3" style={{ padding: '8px 0' }}>
        拖动卡片，或选中后按 <kbd>空格</kbd> <kbd>←</kbd> <kbd>→</kbd> 移动；也可用卡片菜单“移动到阶段”
      </p>
    </Page>
  );
}
