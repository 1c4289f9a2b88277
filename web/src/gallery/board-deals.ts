import type { Clock } from '../kit/clock/index.ts';
import { at, due } from './moment.ts';

/** One imaginary opportunity of the reference pictures. */
export interface Deal {
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

export const deals: Deal[] = [
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
