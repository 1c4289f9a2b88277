import type { Sweep } from '../../../kernel/house/module.ts';
import { membersWithoutPinyin, savePinyin } from '../store/pinyin-store.ts';

const BATCH = 200;

/** Gives members who were here before pinyin was kept theirs, so that they are found by it and stand in order. */
export const sweepPinyin: Sweep = {
  name: 'organization.pinyin',
  due: 'sweep.members_without_pinyin',
  everySeconds: 300,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'organization.pinyin', requestId: services.time.newId() };
    return services.database.write(origin, async (tx) => {
      const members = await membersWithoutPinyin(tx, BATCH);
      await savePinyin(tx, members);
      return members.length === BATCH;
    });
  },
};
