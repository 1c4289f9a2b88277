import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAttachmentName, proposeAttachmentName } from './attachment-name.ts';

test.each([
  ['华星科技公司-办公设备报价单-20240502.pdf', '华星科技公司', '办公设备报价单', '2024-05-02'],
  ['华星科技公司-办公设备报价单-20240502', '华星科技公司', '办公设备报价单', '2024-05-02'],
  ['华星-A-1型参数-20240229.XLSX', '华星', 'A-1型参数', '2024-02-29'],
])('%s keeps the naming rule', (name, company, document, on) => {
  expect(checkAttachmentName(name)).toEqual({ ok: true, company, document, on });
});

test.each([
  ['报价单.pdf', 'form'],
  ['华星-报价单.pdf', 'form'],
  ['-报价单-20240502.pdf', 'form'],
  ['华星--20240502.pdf', 'form'],
  ['华星-报价单-2024052.pdf', 'form'],
  ['华星-报价单-20240230.pdf', 'date'],
  ['华星-报价单-20241301.pdf', 'date'],
  ['', 'form'],
])('%s does not: %s', (name, reason) => {
  expect(checkAttachmentName(name)).toMatchObject({
    ok: false,
    why: [{ key: `activities.why.attachment_name_${reason}` }],
  });
});

test.each([
  [{ fileName: '办公设备报价单.PDF', company: '华星科技公司' }, '华星科技公司-办公设备报价单-20240502.pdf'],
  [{ fileName: 'scan0001.jpg', company: '华星/科技', document: '合同-盖章页' }, '华星 科技-合同·盖章页-20240502.jpg'],
  [{ fileName: '旧公司-参数表-20230101.xlsx', company: null }, '旧公司-参数表-20240502.xlsx'],
  [{ fileName: '....', company: ' ' }, '未知公司-文档-20240502'],
])('for %o the name %s is proposed', (file, name) => {
  expect(proposeAttachmentName({ ...file, on: '2024-05-02' })).toBe(name);
});

test('every proposed name keeps the rule and fits a file system', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 120 });
  fc.assert(
    fc.property(anything, anything, anything, (fileName, company, document) => {
      const name = proposeAttachmentName({ fileName, company, document, on: '2024-05-02' });
      expect(checkAttachmentName(name).ok, name).toBe(true);
      expect(/[/\\:*?"<>|\p{Cc}]/u.test(name)).toBe(false);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }),
    { numRuns: 300 },
  );
});
