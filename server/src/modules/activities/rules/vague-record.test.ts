import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseFiller } from './filler-words.ts';
import { isVague, isVagueStep, judgeFollowUp } from './vague-record.ts';

const refused = `
已沟通
客户考虑中
再联系
跟进中
保持联系
打了电话
。。。
同上
1111
已沟通已沟通已沟通
已电话沟通
客户说再考虑考虑
客户有意向，继续跟进
客户感兴趣
沟通良好
客户态度不错，保持联系
今天给客户打了电话，客户说考虑一下，后续再联系
与客户进行了友好的交流，双方达成初步共识
正常跟进
待跟进
联系不紧密
已发微信
加了微信，聊了聊
客户在忙，下次再聊
等客户回复
等通知
无
略
暂无进展
没什么变化
情况同前
见上次记录
见附件
客户还在内部讨论
客户反馈良好，后续持续跟进
电话回访，客户满意
拜访了客户，聊得很愉快
客户对产品比较感兴趣，还需要进一步沟通
了解了一下客户情况
介绍了公司产品
客户表示会考虑
希望很大，继续努力
哈哈哈哈哈哈哈哈
啊啊啊啊啊啊啊啊啊啊啊啊
123456
测试测试测试测试
asdfasdfasdf
-----
called
talked to customer
customer is considering
keep in touch
follow up again later
followed up
in progress
same as above
had a good conversation with the client
will contact again next week
Customer interested, will follow up
N/A
xxx
no update
call again soon
双方就合作事宜进行了深入的探讨，气氛融洽，取得了良好的效果
近期会再次拜访客户，加强沟通，争取早日达成合作
客户领导不在，改天再约
客户说过几天给答复
推进中，进展顺利
已联系，客户暂时没时间
跟进跟进跟进，联系联系联系
客户说再想想
已经跟客户联系过了
电话沟通，客户暂无明确答复
客户那边没有什么消息
下周再跟
继续保持沟通
和王总通了电话
跟李经理聊了一下，他说考虑考虑
约客户见面
客户比较认可我们
已拜访，等反馈
客户有兴趣但是不急
目前在走流程
客户意向强烈
已将资料发给客户
客户收到了
已发送邮件给客户，等待回复
电话未接
打了三次电话
客户出差了
维护客情关系
日常拜访
节日问候
例行回访，一切正常
谈得差不多了
有一定意向
还在谈
客户需求不明确
意向客户
潜在客户，待开发
客户嗯嗯啊啊的
沟通顺畅，对方表示理解和支持
今天拜访了客户，向客户介绍了我们公司的产品和服务，客户表示很感兴趣，后续会继续跟进
经过多次沟通，客户对我们的产品有了进一步的了解，下一步将继续加强联系
本周继续跟进该客户，争取早日签单
第一次拜访客户，了解客户的基本情况
，，，，，，
111111111111
ok
好的好的好的
/////
无无无无
abc
aaaaaaa
spoke with the client today
client will think about it
waiting for reply
sent an email, waiting for feedback
nice chat with Mr. Wang
left a message
customer is busy
will call back later
to be followed up
good progress
had a meeting, everything fine
呵呵呵，再说吧
客户说知道了
电话拜访客户，沟通产品情况
一直在跟，没有结果
客户还没定
`;

const accepted = `
预算10万内，要三天内给参数
客户确认预算10万元内，要求3天内提供产品参数
对参数满意，需对比竞品
客户对产品A功能感兴趣，要求提供案例
需要下周前提供报价单
现有系统2016年上线，年底前要替换
采购由财务总监张敏拍板，月底开会定
嫌我们比友商贵8%，要求再降5个点
希望支持私有化部署和企业微信登录
交期必须在6月15日之前，否则换供应商
用户数约120人，分三个厂区
已立项，预算80万，走公开招标
IT部门要先试用两周再定
付款想分三期，验收后付尾款30%
担心数据迁移，之前被另一家坑过
老板要看同行业案例，最好是汽车零部件
今年没有预算，明年一季度重启
已经和竞品签约，原因是交付更快
要求质保从一年延长到三年
只买硬件，软件用集团统一的
现场有两条产线，节拍45秒
合同里违约金条款法务不同意
需要我们配合做等保二级
希望周四上午到苏州工厂看现场
价格超出他们预算约两万，要砍掉培训模块
项目转给新来的采购经理李强负责
客户明确拒绝，不再采购此类设备
样品测试通过，硬度达标，表面有划痕要改善
只接受月结60天
决定先上库存模块，二期再上MES
图纸下周发过来，按图报价
客户原供应商停产，急需200件备件
要求提供ISO9001证书和三家客户名单
对方总经理希望和我们技术负责人当面谈接口
发票要专票，税率13%
嫌实施周期三个月太长，想压到六周
客户投诉上次交付延迟五天
需要英文版操作手册
客户说产能不足，打算下半年扩产
要求先签保密协议再给数据
Budget under 100k, wants the specification within three days
Asked for a quotation for 50 licences by Friday
Compares us with Siemens, price gap is 12 percent
IT director must approve before the purchase
Current contract ends in September, they want to switch
Wants a two week trial for eight users
Rejected: delivery time too long
Needs on-premise deployment and SSO
Payment terms 60 days, otherwise no deal
Wants to see a reference in the food industry
客户要50台，下月到货
要求周五前报价
只要国产芯片的型号
对价格不满意，要求九折
客户的决策人是生产副总刘刚
招标文件5月20日发布
需先做POC验证
嫌首付比例太高
预算被砍了一半
已选用友，丢单
要求驻场两人
质疑我们在华南没有服务网点
客户要求对比金蝶和用友
财务要求开增值税专用发票
下半年才有采购计划，预算约50万
设备故障率高，想换进口的
想要免费试用一个月
数据要放本地机房
采购量从200吨减到120吨
合同盖章卡在法务
验收标准按国标GB/T 19001
要求24小时上门响应
技术总监反对更换平台
他们去年买过竞品，售后差
工厂搬迁，项目推迟到十月
要求增加扫码枪接口
不接受预付款
客户要求降价15%才签
工期只有45天
要两套备用电源
已同意方案，走内部审批，预计10天
需要提供环评报告
集团统一采购，分公司没有权限
三家比价，我们第二
想看同行案例
需要CAD图纸
嫌太贵
价格太高
要报价单
考虑到成本，倾向租赁而不是购买
Needs delivery before June 15
Too expensive compared with the local supplier
They already signed with a competitor
Decision maker is the plant director, Ms. Chen
Asked for a 10% discount
Wants API documentation before deciding
Tender opens on May 20
Legal refuses the penalty clause
Budget approved: 800k CNY
Needs CE certificate and English manual
`;

const lines = (table: string): string[] => table.trim().split('\n');

describe('sentences that tell nothing', () => {
  test.each(lines(refused))('%s', (sentence) => {
    expect(isVague(sentence)).toBe(true);
  });
});

describe('sentences that tell something', () => {
  test.each(lines(accepted))('%s', (sentence) => {
    expect(isVague(sentence)).toBe(false);
  });
});

test.each(
  '再联系 继续跟进 保持联系 等客户通知 下周再联系 持续跟进客户需求 等回复 再沟通 下次再说 尽快推进 待定 约时间 follow_up call_again keep_in_touch wait_for_reply'.split(
    ' ',
  ),
)('%s is no next step', (step) => {
  expect(isVagueStep(step.replaceAll('_', ' '))).toBe(true);
});

test.each(
  '发送报价单 2024-05-10前发送方案 2024-05-05前发送竞品对比报告 上门演示 电话回访 寄样品 约技术面谈 提交标书 签合同 拜访客户 send_quotation Prepare_the_proposal demo_on_site 带技术去现场勘查'.split(
    ' ',
  ),
)('%s is a next step', (step) => {
  expect(isVagueStep(step.replaceAll('_', ' '))).toBe(false);
});

const full = {
  outcome: 'reached',
  content: '客户确认预算10万元内，要求3天内提供产品参数',
  feedback: '对参数满意，需对比竞品',
  nextStep: '2024-05-05前发送竞品对比报告',
  nextStepOn: '2024-05-05',
} as const;

test.each([
  [{}, []],
  [{ content: '已沟通' }, ['content']],
  [{ feedback: '' }, ['feedback']],
  [{ feedback: '客户考虑中', nextStep: '再联系' }, ['feedback', 'next_step']],
  [{ nextStepOn: null }, ['next_step_date']],
  [
    { content: null, feedback: null, nextStep: null, nextStepOn: null },
    ['content', 'feedback', 'next_step', 'next_step_date'],
  ],
  [{ nextStep: null, nextStepOn: null, ends: true }, []],
  [{ outcome: 'no_answer', content: null, feedback: null, nextStep: null }, []],
  [{ outcome: 'busy', content: '占线', feedback: null, nextStep: '再打', nextStepOn: null }, ['next_step_date']],
  [{ outcome: 'wrong_number', content: null, feedback: null, nextStep: null, nextStepOn: null }, []],
] as const)('with %o a record lacks %o', (change, missing) => {
  const verdict = judgeFollowUp({ ...full, ...change });
  expect(verdict.ok ? [] : verdict.missing).toEqual(missing);
  expect(verdict.ok ? [] : verdict.why.map(({ key }) => key.split('.')[0])).toEqual(missing.map(() => 'activities'));
});

test('the hint repeats the words that were too vague, cut short', () => {
  const verdict = judgeFollowUp({ ...full, content: '已沟通'.repeat(30) });
  expect(verdict).toMatchObject({
    why: [{ key: 'activities.why.content_vague', params: { said: `${'已沟通'.repeat(6)}已沟…` } }],
  });
});

test('filler stays filler however it is strung together', () => {
  const phrases = fc.array(fc.constantFrom(...chineseFiller), { maxLength: 30 });
  fc.assert(
    fc.property(phrases, fc.constantFrom('', '，', '。', ' '), (words, mark) => {
      expect(isVague(words.map((word) => word + (mark || '，')).join(''))).toBe(true);
    }),
  );
});

test('saying a vague sentence over and over does not make it telling', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lines(refused)), fc.integer({ min: 2, max: 40 }), (sentence, times) => {
      expect(isVague(`${sentence}，`.repeat(times))).toBe(true);
    }),
  );
});

test('more words never turn a telling sentence vague', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lines(accepted)),
      fc.constantFrom('，已沟通', '。保持联系', '！！！', ', will follow up'),
      (sentence, more) => {
        expect(isVague(sentence + more)).toBe(false);
      },
    ),
  );
});

test.each(['已沟通', '沟', 'a ', '1', 'asdf '])('100 kB of %j are judged within 50 ms', (unit) => {
  const text = unit.repeat(100_000 / unit.length);
  isVague(text);
  const from = performance.now();
  expect(isVague(text)).toBe(true);
  expect(performance.now() - from).toBeLessThan(50);
});
