/** Sentences about the demo. */
export const demoZh = {
  'problem.demo_there_already': '已经有一个演示企业，先移除它再重新生成。',
  'problem.demo_inside': '您正在演示企业里。先回到自己的企业，再做这件事。',
  'problem.demo_not_standing': '演示企业还没有准备好，或者已经移除。',
  'problem.demo_name_wrong': '名称不一致，没有移除。请原样输入演示企业的名称。',
};

export const demoEn = {
  'problem.demo_there_already': 'There is a demo already. Remove it before making another.',
  'problem.demo_inside': 'You are inside the demo. Go back to your own company first.',
  'problem.demo_not_standing': 'The demo is not ready yet, or was removed.',
  'problem.demo_name_wrong': 'The name differs, so nothing was removed. Type the name of the demo exactly.',
} satisfies Record<keyof typeof demoZh, string>;
