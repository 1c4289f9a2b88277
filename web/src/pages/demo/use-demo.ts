import { type DemoState, demoState, enterDemo, leaveDemo } from '@dealtrail/protocol/demo';
import { useAct, useOperation } from '../../kernel/client/index.ts';
import { useGo } from '../../kernel/routing/index.ts';
import { useSignedIn } from '../../kernel/session/index.ts';

const A_SECOND_MS = 1_000;

const moves = (demo: DemoState | undefined): boolean =>
  demo?.phase === 'asked' || demo?.phase === 'playing' || demo?.phase === 'clearing';

/** Where the demo stands; asked again every second while something happens to it. */
export function useDemo() {
  const known = useOperation(demoState, {});
  const moving = moves(known.data);
  useOperation(demoState, {}, { every: moving ? A_SECOND_MS : false });
  return { ...known, moving };
}

/** The ways in and out: after each one stands on Today, as whoever one is then. */
export function useSeat() {
  const takeOver = useSignedIn();
  const go = useGo();
  const enter = useAct(enterDemo);
  const leave = useAct(leaveDemo);
  return {
    busy: enter.busy || leave.busy,
    error: enter.error ?? leave.error,
    enter: async (memberId?: string) => {
      takeOver(await enter.run({ body: memberId === undefined ? {} : { memberId } }));
      go('/', true);
    },
    leave: async () => {
      takeOver(await leave.run({}));
      go('/', true);
    },
  };
}
