import type { Answer, Operation, Passed, Problem } from '@dealtrail/protocol/kernel';
import { react, type ReactionJob, readFacts, relayEvents } from '../../kernel/events/index.ts';
import type { HouseUnderTime, Services } from '../../kernel/house/services.ts';
import type { MovingTime } from './moving-time.ts';

/** Somebody of the demo who acts: a member with a key of their own. */
export interface Player {
  readonly memberId: string;
  readonly name: string;
  readonly key: string;
}

/** A verb that was refused: what was asked, and the problem in answer. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(operation: Operation, problem: Problem) {
    super(
      `${operation.id} answered ${problem.status} ${problem.code}: ${JSON.stringify(problem.fields ?? problem.unmet ?? '')}`,
    );
    this.problem = problem;
  }
}

function pathOf({ path }: Operation, { params, query }: { params?: unknown; query?: unknown }): string {
  const given = (params ?? {}) as Record<string, string>;
  const search = new URLSearchParams((query ?? {}) as Record<string, string>).toString();
  return `/api/v1${path.replace(/:(\w+)/g, (_, name: string) => given[name] ?? '')}${search ? `?${search}` : ''}`;
}

/** The product on its own past: players call its verbs as scripts do, and what follows from them is done when asked. */
export class Stage {
  readonly orgId: string;
  readonly time: MovingTime;
  readonly #house: HouseUnderTime;

  constructor(orgId: string, time: MovingTime, house: HouseUnderTime) {
    this.orgId = orgId;
    this.time = time;
    this.#house = house;
  }

  get services(): Services {
    return this.#house.services;
  }

  /** Calls a verb as a player. Throws Refused with the problem it answered. */
  async call<O extends Operation>(player: Player, operation: O, input: Omit<Passed<O>, never>): Promise<Answer<O>> {
    const { params, query, body } = input as { params?: unknown; query?: unknown; body?: object };
    const answer = await this.#house.app.inject({
      method: operation.method,
      url: pathOf(operation, { params, query }),
      headers: { authorization: `Bearer ${player.key}` },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (answer.statusCode >= 300) throw new Refused(operation, answer.json<Problem>());
    return (answer.statusCode === 204 ? undefined : answer.json()) as Answer<O>;
  }

  /** Sends one file with its fields, as a browser does. */
  async send<O extends Operation>(
    player: Player,
    operation: O,
    file: { name: string; text: string },
    fields: Readonly<Record<string, string>>,
  ): Promise<Answer<O>> {
    const boundary = 'a-year-of-sales';
    const part = (name: string, more: string, text: string) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
    const parts = Object.entries(fields).map(([name, text]) => part(name, '', text));
    const answer = await this.#house.app.inject({
      method: operation.method,
      url: pathOf(operation, {}),
      headers: {
        authorization: `Bearer ${player.key}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: `${parts.join('')}${part('file', `; filename="${file.name}"`, file.text)}--${boundary}--\r\n`,
    });
    if (answer.statusCode >= 300) throw new Refused(operation, answer.json<Problem>());
    return answer.json<Answer<O>>();
  }

  /** Does what jobs would have done by now: sweeps that are due, events, reactions and what follows from them. */
  async settle(): Promise<void> {
    for (let more = true; more; ) {
      more = await this.#sweepDue();
      more = (await this.#tellAll()) || more;
    }
  }

  async #sweepDue(): Promise<boolean> {
    const { services, orgId } = this;
    let more = false;
    for (const sweep of services.registry.sweeps) {
      // Upkeep of organisations goes at the product's own pace, once the demo stands; its supervisors call their checks.
      if (atOwnPace.has(sweep.due)) continue;
      if (!(await services.database.isDue(sweep.due, orgId, this.time.now()))) continue;
      if (await sweep.run({ orgId, services })) more = true;
    }
    return more;
  }

  async #tellAll(): Promise<boolean> {
    const { services, orgId } = this;
    const waiting: ReactionJob[] = [];
    const { events } = await relayEvents(services, orgId, async (_, jobs) => void waiting.push(...jobs));
    const facts = await readFacts(services, orgId, waiting);
    await sideBySide(waiting, (job) => react(services, job, facts));
    return events > 0;
  }
}

const atOwnPace: ReadonlySet<string> = new Set(['sweep.organizations', 'sweep.reviews']);

/** Acts that run at once; more would only wait for each other's rows and for two cores. */
const AT_ONCE = 4;

/** Runs acts side by side, in their order as far as one is free. */
export async function sideBySide<T>(acts: readonly T[], run: (act: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let act = acts[next]; next < acts.length; act = acts[next]) {
      next += 1;
      await run(act as T);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
