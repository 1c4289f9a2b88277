// Takes the pictures of the README from the running product: npm exec -- node e2e/pictures.ts. Needs the built web.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { untilWhole } from './browser/check-page.ts';
import { chooseFile, field } from './browser/hands.ts';
import { openBrowser, seat, signIn } from './browser/open-browser.ts';
import type { Colleague } from './company/colleague.ts';
import { gb18030 } from './files/gb18030.ts';
import { packedTighter } from './pictures/packed-tighter.ts';
import { liveThrough, MORNING } from './pictures/world.ts';
import { root } from './product/product-process.ts';

const folder = join(root, 'docs/pictures');

/** One picture: who looks, on what, in which theme, and what they do before it is taken. */
interface Picture {
  readonly name: string;
  readonly who: 'zhou' | 'lin' | 'fang';
  readonly size?: 'desk' | 'phone';
  readonly theme?: 'light' | 'dark';
  readonly look: (page: Page) => Promise<void>;
}

const sheet = {
  name: '成都工博会名片.csv',
  mimeType: 'text/csv',
  buffer: gb18030(
    [
      '公司名称,联系人,职务,联系电话,线索来源,所属行业,省份,需求描述,预算（万元）',
      '成都锦屏航空部件有限公司,尹工,工艺主管,13880124507,展会咨询,航空制造,四川,叶片毛刺检测2套，预算90万,90',
      '重庆歌乐齿轮有限公司,向经理,采购经理,13996045218,展会咨询,汽车零部件,重庆,齿轮啮合检测1台，月底前要报价,65',
      '德阳旌湖重装有限公司,罗主任,设备主任,13708103364,展会咨询,机械制造,四川,大型铸件探伤改造，已立项,150',
      '绵阳涪城电子有限公司,田女士,工艺经理,1390-81,展会咨询,电子电器,四川,AOI复检工位4个,52',
      ',,,13540072219,展会咨询,机械制造,四川,想了解视觉检测,',
      '成都锦屏航空部件有限公司,尹工,工艺主管,13880124507,展会咨询,航空制造,四川,叶片毛刺检测2套，预算90万,90',
      '宜宾翠屏轴承有限公司,魏总,总经理,13698170045,展会咨询,机械制造,四川,轴承分拣线，总经理已批预算,80',
      '贵阳乌当压铸有限公司,龙厂长,厂长,13985140073,展会咨询,汽车零部件,贵州,压铸件检测，了解案例和价格,',
    ].join('\r\n'),
  ),
};

async function openPeek(page: Page): Promise<void> {
  await page.goto('/leads');
  await untilWhole(page);
  await page.getByRole('link', { name: '绍兴越川纺机有限公司' }).click();
  await page.getByRole('complementary', { name: '绍兴越川纺机有限公司' }).waitFor();
  await untilWhole(page);
}

async function dropRefused(page: Page): Promise<void> {
  await page.goto('/opportunities');
  await untilWhole(page);
  const from = page.getByRole('region', { name: '需求分析', exact: true });
  await from.getByRole('link', { name: '合肥启岭新能源有限公司' }).hover();
  await page.mouse.down();
  const to = await page.getByRole('region', { name: '方案设计', exact: true }).boundingBox();
  if (!to) throw new Error('the column 方案设计 is not in sight');
  await page.mouse.move(to.x + to.width / 2, to.y + 200, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('alertdialog').waitFor();
  await untilWhole(page);
  await page.mouse.move(720, 880);
}

async function openDeal(page: Page): Promise<void> {
  await page.goto('/opportunities?show=list');
  await untilWhole(page);
  await page.getByRole('link', { name: '压铸件视觉检测线' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '压铸件视觉检测线' }).waitFor();
  await untilWhole(page);
}

async function tryImport(page: Page): Promise<void> {
  await page.goto('/leads/import');
  await chooseFile(page, page.getByRole('button', { name: /把文件拖到这里/ }), sheet);
  await page.getByText('已对应 9 / 9 列').waitFor();
  await untilWhole(page);
}

async function openPool(page: Page): Promise<void> {
  await page.goto('/pools');
  await untilWhole(page);
  await page.getByRole('row', { name: /湖州吴兴纺机/ }).click();
  await page.getByRole('complementary', { name: '湖州吴兴纺机有限公司' }).waitFor();
  await untilWhole(page);
}

async function fillFollowUp(page: Page): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('button', { name: /^记录跟进.*绍兴越川纺机/ })
    .first()
    .tap();
  const form = page.getByRole('dialog', { name: '记录跟进' });
  await field(form, '聊了什么').fill('4 台络筒机，断纱检出要 99% 以上，四月上线，预算 70 万');
  await field(form, '客户怎么说').fill('样机测试通过就下单，要求停机不超过一天');
  await field(form, '下一步').fill('发送样机测试计划');
  await form.getByRole('radiogroup', { name: '哪天' }).getByRole('radio').nth(1).tap();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

const goTo = (path: string) => async (page: Page) => {
  await page.goto(path);
  await untilWhole(page);
};

const pictures: readonly Picture[] = [
  { name: 'today', who: 'zhou', look: goTo('/') },
  { name: 'leads', who: 'zhou', look: openPeek },
  { name: 'pools', who: 'zhou', look: openPool },
  { name: 'board', who: 'zhou', theme: 'dark', look: dropRefused },
  { name: 'opportunity', who: 'zhou', look: openDeal },
  { name: 'import', who: 'fang', look: tryImport },
  { name: 'insights', who: 'lin', look: goTo('/insights') },
  { name: 'phone-today', who: 'zhou', size: 'phone', look: goTo('/') },
  { name: 'phone-follow-up', who: 'zhou', size: 'phone', look: fillFollowUp },
];

async function take(browser: Browser, address: string, asked: Picture, colleague: Colleague): Promise<void> {
  const { name, size = 'desk', theme = 'light', look } = asked;
  const person = await seat(browser, address, { size, theme });
  await person.page.clock.setFixedTime(new Date(`${MORNING.replace(' ', 'T')}:00+08:00`));
  await signIn(person, colleague.email, colleague.password);
  await look(person.page);
  const picture = await person.page.screenshot({ animations: 'disabled', caret: 'hide' });
  await writeFile(join(folder, `${name}.png`), packedTighter(picture));
  await person.context.close();
  if (person.faults.length > 0) throw new Error(`${name}: ${person.faults.join('; ')}`);
}

await mkdir(folder, { recursive: true });
const { house, people } = await liveThrough();
const browser = await openBrowser();
try {
  for (const picture of pictures) await take(browser, house.address, picture, people[picture.who]);
} finally {
  await browser.close();
  await house.end();
}
