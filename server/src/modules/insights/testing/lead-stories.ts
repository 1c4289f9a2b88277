import { createLead, invalidateLead, recordFollowUp } from '@dealtrail/protocol/leads';
import { closeOpportunity, openFromLead } from '@dealtrail/protocol/opportunities';
import { type Caller, company, type Company, type Person, TEST_START, testHouse } from '../../../testing/test-house.ts';

/** How far a lead of a test gets. */
export type Fate = 'open' | 'contacted' | 'invalid' | 'qualified' | 'lost' | 'won_by_word' | 'signed';

/** A lead of a test: who finds it, what is known of it, when it came in and what becomes of it. */
export interface Story {
  readonly by: Caller;
  readonly fate: Fate;
  readonly source?: string;
  readonly industry?: string | null;
  /** yyyy-mm-ddThh:mm in Shanghai. */
  readonly at?: string;
  /** When the rest happens; by default at TEST_START. */
  readonly endsAt?: string;
  readonly signedOn?: string;
  /** Of the deal and its contract; by default the organisation's. */
  readonly currency?: 'USD' | 'EUR' | undefined;
  readonly campaign?: string | undefined;
  readonly city?: string | undefined;
  readonly lostReason?: string;
}

let serial = 0;

/** An organisation that has stood since 2024, so that its leads may be old; the clock stands at TEST_START. */
export async function oldCompany<Names extends string>(people: Record<Names, Person>): Promise<Company<Names>> {
  const { time } = await testHouse();
  time.set('2024-01-02T09:00:00+08:00');
  const made = await company(people);
  time.set(TEST_START);
  return made;
}

async function must<Body>(answer: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

async function sellOn({ by, fate, signedOn, lostReason, currency }: Story, leadId: string): Promise<void> {
  const { opportunity } = await must(by.call(openFromLead, { body: { leadId, amountMinor: 1_200_000 } }));
  const params = { id: opportunity?.id ?? '' };
  if (fate === 'signed') {
    const signing = {
      signedOn: signedOn ?? '2026-03-18',
      contractNo: `HT-${serial}`,
      amountMinor: 1_000_000,
      currency,
    };
    await must(by.call(closeOpportunity, { params, body: { outcome: 'won', ...signing } }));
  }
  if (fate === 'won_by_word') await must(by.call(closeOpportunity, { params, body: { outcome: 'won' } }));
  if (fate === 'lost') {
    const body = { outcome: 'lost', reason: lostReason ?? '价格高于同行', competitor: 'none' } as const;
    await must(by.call(closeOpportunity, { params, body }));
  }
}

/** Lets a lead live through its story by the product's own verbs; returns its id. The clock stands where the story ends. */
export async function tell(story: Story): Promise<string> {
  const { time } = await testHouse();
  time.set(story.at === undefined ? TEST_START : `${story.at}:00+08:00`);
  const { id } = await must(
    story.by.call(createLead, {
      body: {
        companyName: `苏州屿澄精密制造${(serial += 1)}有限公司`,
        contactName: '陆明舟',
        source: story.source ?? '官网',
        assign: 'mine',
        campaign: story.campaign,
        city: story.city,
        ...(story.industry === undefined ? {} : { industry: story.industry }),
      },
    }),
  );
  time.set(story.endsAt === undefined ? TEST_START : `${story.endsAt}:00+08:00`);
  const params = { id };
  if (story.fate === 'invalid')
    await must(story.by.call(invalidateLead, { params, body: { reason: 'wrong_information' } }));
  if (story.fate === 'contacted') {
    const said = {
      method: 'phone',
      outcome: 'reached',
      content: '需要 50 台办公电脑，预算 30 万，五月底前交货',
      feedback: '客户要求三天内给参数',
      nextStep: '发送配置清单和报价',
      nextStepOn: '2026-03-20',
      lateReason: 'overloaded',
    } as const;
    await must(story.by.call(recordFollowUp, { params, body: said }));
  }
  if (['qualified', 'lost', 'won_by_word', 'signed'].includes(story.fate)) await sellOn(story, id);
  return id;
}
