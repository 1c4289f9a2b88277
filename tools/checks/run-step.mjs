import { runCommand } from './run-command.mjs';

/** Runs a step, prints one line with its time, and on failure what it said; answers how many checks passed and failed. */
export async function runStep(step) {
  const began = performance.now();
  const { passed, failed, said } = await (step.run ?? (() => runCommands(step.commands)))();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (failed > 0 && said) console.log(said.trimEnd());
  console.log(`${failed > 0 ? '✗' : '✓'} ${step.title}  ${seconds} s`);
  return { passed, failed };
}

async function runCommands(commands) {
  for (const command of commands) {
    const { ok, said } = await runCommand(command);
    if (!ok) return { passed: 0, failed: 1, said };
  }
  return { passed: 1, failed: 0 };
}
